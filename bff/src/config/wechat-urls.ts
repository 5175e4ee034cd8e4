import type { Env } from './env.ts'

const officialHosts = {
  WECHAT_API_URL: [
    'api.weixin.qq.com',
    'api2.weixin.qq.com',
    'sh.api.weixin.qq.com',
    'sz.api.weixin.qq.com',
    'hk.api.weixin.qq.com',
  ],
  WECHAT_OAUTH_URL: ['open.weixin.qq.com'],
} as const

/** In production AppSecrets and codes go to WeChat's hosts by https, or to a host that was allowed by name. */
export function findWeChatUrlFaults(
  env: Pick<Env, 'WECHAT_API_URL' | 'WECHAT_OAUTH_URL' | 'WECHAT_API_ALLOWED_HOSTS'>,
): string[] {
  return (['WECHAT_API_URL', 'WECHAT_OAUTH_URL'] as const).flatMap((name) => {
    const { protocol, hostname, username } = new URL(env[name])
    if (protocol !== 'https:') return [`${name}: production speaks https only, so no simulator can be used`]
    if (username) return [`${name}: must not hold credentials`]
    const allowed: readonly string[] = [...officialHosts[name], ...env.WECHAT_API_ALLOWED_HOSTS]
    return allowed.includes(hostname)
      ? []
      : [`${name}: ${hostname} is neither WeChat's host nor on WECHAT_API_ALLOWED_HOSTS`]
  })
}

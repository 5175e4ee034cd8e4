import type { Env } from './env.ts'

type Hosts = 'WECHAT_API_ALLOWED_HOSTS' | 'ALIPAY_API_ALLOWED_HOSTS' | 'DOUYIN_API_ALLOWED_HOSTS'
type Url = 'WECHAT_API_URL' | 'WECHAT_OAUTH_URL' | 'ALIPAY_API_URL' | 'DOUYIN_API_URL'

const official: Readonly<Record<Url, { platform: string; hosts: readonly string[]; allowedBy: Hosts }>> = {
  WECHAT_API_URL: {
    platform: 'WeChat',
    hosts: [
      'api.weixin.qq.com',
      'api2.weixin.qq.com',
      'sh.api.weixin.qq.com',
      'sz.api.weixin.qq.com',
      'hk.api.weixin.qq.com',
    ],
    allowedBy: 'WECHAT_API_ALLOWED_HOSTS',
  },
  WECHAT_OAUTH_URL: { platform: 'WeChat', hosts: ['open.weixin.qq.com'], allowedBy: 'WECHAT_API_ALLOWED_HOSTS' },
  ALIPAY_API_URL: { platform: 'Alipay', hosts: ['openapi.alipay.com'], allowedBy: 'ALIPAY_API_ALLOWED_HOSTS' },
  DOUYIN_API_URL: { platform: 'Douyin', hosts: ['developer.toutiao.com'], allowedBy: 'DOUYIN_API_ALLOWED_HOSTS' },
}
const names = Object.keys(official) as Url[]

/** In production, secrets and codes are sent only by https, to the platforms' hosts or to explicitly allowed hosts. */
export function findPlatformUrlFaults(env: Pick<Env, Url | Hosts>): string[] {
  return names.flatMap((name) => {
    const { platform, hosts, allowedBy } = official[name]
    const { protocol, hostname, username } = new URL(env[name])
    if (protocol !== 'https:') return [`${name}: must be https in production; a simulator cannot be used`]
    if (username) return [`${name}: must not contain credentials`]
    if (hosts.includes(hostname) || env[allowedBy].includes(hostname)) return []
    return [`${name}: ${hostname} is neither ${platform}'s host nor on ${allowedBy}`]
  })
}

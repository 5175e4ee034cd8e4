/**
 * Everything a build reads from its environment. A value becomes a literal in the bundle (`process.env.<name>`), so
 * nothing secret may ever be listed here.
 */
export interface BuildEnv {
  /** Origin of the BFF. Absolute for mini programs; empty on H5, where the BFF shares the origin. */
  TARO_APP_API_URL: string
  /** AppID of the official account that signs people in on H5. */
  TARO_APP_H5_APP_ID: string
  /** Where H5 asks WeChat who somebody is. Anything but WeChat itself also works outside WeChat. */
  TARO_APP_WECHAT_OAUTH_URL: string
  /** Development only: where a mini program gets its login code; weapp when DevTools runs without an AppID. Empty in production. */
  TARO_APP_SIMULATOR_URL: string
  /** Development only: the AppID by which the simulator knows the program on the platform that is built for. */
  TARO_APP_SIMULATOR_APP_ID: string
}

const wechatOAuthUrl = 'https://open.weixin.qq.com'
const placeholderApiUrl = 'https://bff.example.com'

/** Resolves the build's environment; `warnings` are said once per build. */
export function resolveBuildEnv(env: NodeJS.ProcessEnv): { values: BuildEnv; warnings: string[] } {
  const production = env.NODE_ENV === 'production'
  const h5 = env.TARO_ENV === 'h5'
  const warnings: string[] = []

  let apiUrl = env.TARO_APP_API_URL ?? ''
  if (apiUrl === '' && !h5) {
    apiUrl = production ? placeholderApiUrl : 'http://127.0.0.1:3000'
    if (production) warnings.push(`TARO_APP_API_URL is not set: this build calls ${placeholderApiUrl}`)
  }

  const h5AppId = env.TARO_APP_H5_APP_ID ?? ''
  if (h5 && h5AppId === '') warnings.push('TARO_APP_H5_APP_ID is not set: nobody can sign in on this H5 build')

  return {
    values: {
      TARO_APP_API_URL: apiUrl.replace(/\/+$/, ''),
      TARO_APP_H5_APP_ID: h5AppId,
      TARO_APP_WECHAT_OAUTH_URL: (env.TARO_APP_WECHAT_OAUTH_URL || wechatOAuthUrl).replace(/\/+$/, ''),
      TARO_APP_SIMULATOR_URL: production ? '' : (env.TARO_APP_SIMULATOR_URL ?? ''),
      TARO_APP_SIMULATOR_APP_ID: production ? '' : (env.TARO_APP_SIMULATOR_APP_ID ?? ''),
    },
    warnings,
  }
}

export interface AuthorizeRequest {
  oauthUrl: string
  appId: string
  redirectUri: string
  state: string
}

/**
 * WeChat is strict about parameter order and encoding: the parameters are in its documented order. `snsapi_base` is
 * silent.
 */
export function buildAuthorizeUrl({ oauthUrl, appId, redirectUri, state }: AuthorizeRequest): string {
  const query = [
    ['appid', appId],
    ['redirect_uri', redirectUri],
    ['response_type', 'code'],
    ['scope', 'snsapi_base'],
    ['state', state],
  ].map(([name, value = '']) => `${name}=${encodeURIComponent(value)}`)
  return `${oauthUrl}/connect/oauth2/authorize?${query.join('&')}#wechat_redirect`
}

export interface OAuthCallback {
  code: string | undefined
  state: string | undefined
  /** The same address without them. */
  cleanHref: string
}

export function readCallback(href: string): OAuthCallback {
  const url = new URL(href)
  const code = url.searchParams.get('code') ?? undefined
  const state = url.searchParams.get('state') ?? undefined
  url.searchParams.delete('code')
  url.searchParams.delete('state')
  return { code, state, cleanHref: url.href }
}

import type { Context } from 'koa'
import { escapeHtml, page } from '../../html.ts'
import type { App } from '../../state/apps.ts'
import type { Person } from '../../state/people.ts'
import type { World } from '../../state/world.ts'

// https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html
export const authorizePath = '/connect/oauth2/authorize'

interface AuthorizeQuery {
  app: App
  redirectUri: URL
  scope: 'snsapi_base' | 'snsapi_userinfo'
  state: string
}

/**
 * The page of open.weixin.qq.com. `snsapi_base` redirects at once as the current person; `snsapi_userinfo` asks who
 * that is. The choice comes back to this address as `_sim_user`, so a test may send it straight away.
 */
export function authorize(ctx: Context, query: Readonly<Record<string, string>>, world: World): void {
  const asked = readQuery(query, world)
  if (typeof asked === 'string') {
    ctx.type = 'html'
    ctx.body = page('授权失败', `<h1>授权失败</h1><p>${escapeHtml(asked)}</p>`)
    return
  }
  const chosen = asked.scope === 'snsapi_base' ? world.currentPerson : world.people.find(query._sim_user ?? '')
  if (chosen === undefined) {
    ctx.type = 'html'
    ctx.body = choicePage(asked.app, world.people.list(), ctx.search)
    return
  }
  ctx.redirect(signedInUrl(asked, chosen, world))
}

/** The request, or WeChat's words for what is wrong with it. */
function readQuery(query: Readonly<Record<string, string>>, world: World): AuthorizeQuery | string {
  const { appid = '', redirect_uri = '', response_type, scope, state = '' } = query
  const app = world.apps.get(appid)
  if (app === undefined || app.kind !== 'official-account') return 'AppID 参数错误（10013）'
  if (response_type !== 'code') return 'response_type 参数错误（10004）'
  if (scope !== 'snsapi_base' && scope !== 'snsapi_userinfo') return 'Scope 参数错误或没有 Scope 权限（10005）'
  const redirectUri = URL.canParse(redirect_uri) ? new URL(redirect_uri) : undefined
  if (redirectUri === undefined || !/^https?:$/.test(redirectUri.protocol)) return 'redirect_uri 参数错误（10003）'
  return { app, redirectUri, scope, state }
}

function signedInUrl({ app, redirectUri, scope, state }: AuthorizeQuery, person: Person, world: World): string {
  const url = new URL(redirectUri)
  url.searchParams.append('code', world.codes.issue({ kind: 'oauth', app, person, scope }))
  url.searchParams.append('state', state)
  return url.href
}

function choicePage(app: App, people: Person[], search: string): string {
  const rows = people.map(({ id, name }) => {
    const href = `${authorizePath}${search}&_sim_user=${encodeURIComponent(id)}`
    const avatar = `<img src="/_sim/avatars/${encodeURIComponent(id)}.png" alt="">`
    return `<a class="row" href="${escapeHtml(href)}">${avatar}<span>${escapeHtml(name)}<small>${escapeHtml(id)}</small></span></a>`
  })
  return page(
    '微信登录（模拟）',
    `<h1>${escapeHtml(app.name)} 申请使用你的昵称、头像</h1><p>这是本机的模拟微信。请选择以谁的身份登录：</p>
<div class="card">${rows.join('\n')}</div>
<p><a href="javascript:history.back()">拒绝</a></p>`,
  )
}

import { escapeHtml, page } from '../html.ts'
import { faultModes } from '../state/outages.ts'
import type { World } from '../state/world.ts'

const operations: readonly [string, string][] = [
  ['POST /_sim/login {appId?, user}', '给出一个登录 code,与 wx.login、my.getAuthCode、tt.login 一样'],
  ['GET /_sim/alipay-keys', '支付宝应用的密钥'],
  ['POST /_sim/check-session {appId?, user}', 'session_key 是否仍有效,与 wx.checkSession 一样'],
  ['POST /_sim/phone-code {appId?, user}', '给出一个手机号 code'],
  ['POST /_sim/encrypt {appId?, user, data, hidden?}', '用当前 session_key 加密并签名'],
  ['POST /_sim/user-profile {appId?, user, anonymous?}', '头像昵称,与旧版 wx.getUserProfile 一样'],
  ['POST /_sim/sealed-phone {appId?, user}', '加密的手机号,与旧版手机号按钮一样'],
  ['POST /_sim/werun {appId?, user}', '31 天步数,与 wx.getWeRunData 一样'],
  ['GET /_sim/users · POST /_sim/users {name, id?, phone?}', '查看、添加人员'],
  ['POST /_sim/current {user}', '网页静默授权以谁的身份'],
  [`POST /_sim/outage {mode, count?, delayMs?, errcode?, path?, handled?}`, `故障:${['off', ...faultModes].join(' ')}`],
  ['POST /_sim/bikes {id, number, key, reportUrl, code, scanUrl?}', '添加一辆单车,它会向运营方的服务器上报'],
  ['GET /_sim/requests?path= · DELETE /_sim/requests', '收到过哪些请求'],
  ['GET /_sim/push · POST /_sim/push {appId?, url, token, aesKey?, format?}', '消息推送的地址,填写时先握手'],
  ['POST /_sim/events {appId?, user, event, revokeInfo?}', '推送一个事件,例如撤回授权、注销'],
  ['GET /_sim/pushes · POST /_sim/pushes/<id>/repeat', '推送过什么,再推一次'],
  ['GET /_sim/media-checks · POST /_sim/media-checks/<trace> {suggest}', '图片检查,推送结果'],
  ['GET /_sim/quotas · POST /_sim/quotas {path, perMinute?, perDay?}', '某个接口的调用次数限额'],
  ['POST /_sim/clock {advanceMs?, at?}', '把时间拨到某一刻,或往前拨'],
  ['GET /_sim/settings · POST /_sim/settings', '查看、修改未公开的参数'],
  ['POST /_sim/reset', '回到初始状态'],
]

const row = (content: string) => `<div class="row">${content}</div>`
const twoLines = (first: string, second: string) => `<span>${first}<small>${second}</small></span>`

/** Everything about this simulator on one page. */
export function frontPage(world: World): string {
  const people = world.people.list().map(({ id, name, phone }) => {
    const avatar = `<img src="/_sim/avatars/${encodeURIComponent(id)}.png" alt="">`
    return row(avatar + twoLines(escapeHtml(name), escapeHtml([id, phone ?? '未绑定手机'].join(' · '))))
  })
  const apps = [...world.apps.values()].map(({ appId, name, kind }) =>
    row(twoLines(escapeHtml(name), `<code>${escapeHtml(appId)}</code> · ${kind}`)),
  )
  const calls = operations.map(([call, meaning]) =>
    row(twoLines(`<code>${escapeHtml(call)}</code>`, escapeHtml(meaning))),
  )
  return page(
    '模拟微信',
    `<h1>模拟微信</h1>
<p>本机上的微信:真实的路径、真实的错误码,人和应用是虚构的。当前故障:<code>${world.outages.current()?.mode ?? 'off'}</code></p>
<p><a href="/_sim/bikes">单车 ›</a></p>
<h2>人</h2><div class="card">${people.join('\n')}</div>
<h2>应用</h2><div class="card">${apps.join('\n')}</div>
<h2>控制接口</h2><div class="card">${calls.join('\n')}</div>`,
  )
}

import { faultModeNames } from '../state/fault-modes.ts'

/** One call of the control API, described in both languages. */
interface Operation {
  call: string
  effect: string
  zh: string
}

const operation = (call: string, effect: string, zh: string): Operation => ({ call, effect, zh })

export const operations: readonly Operation[] = [
  operation('GET /_sim/', 'this page; JSON for clients that do not accept HTML', '本页；不要 HTML 时是 JSON'),
  operation(
    'POST /_sim/login {appId?, user, scope?}',
    'a login code, as returned by wx.login, my.getAuthCode and tt.login',
    '给出一个登录 code，与 wx.login、my.getAuthCode、tt.login 一样',
  ),
  operation('GET /_sim/alipay-keys', 'the keys of the Alipay app', '支付宝应用的密钥'),
  operation(
    'POST /_sim/check-session {appId?, user}',
    'whether the session_key is still valid, as wx.checkSession',
    'session_key 是否仍有效，与 wx.checkSession 一样',
  ),
  operation('POST /_sim/phone-code {appId?, user}', 'a phone button code', '给出一个手机号 code'),
  operation(
    'POST /_sim/encrypt {appId?, user, data, hidden?}',
    'data, signed and encrypted under the session_key',
    '用当前 session_key 加密并签名',
  ),
  operation(
    'POST /_sim/user-profile {appId?, user, anonymous?}',
    'avatar and nickname, as from wx.getUserProfile in an old client',
    '头像昵称，与旧版 wx.getUserProfile 一样',
  ),
  operation(
    'POST /_sim/sealed-phone {appId?, user}',
    'the encrypted number, as from the phone button of an early client',
    '加密的手机号，与旧版手机号按钮一样',
  ),
  operation(
    'POST /_sim/werun {appId?, user}',
    '31 days of steps, as from wx.getWeRunData',
    '31 天步数，与 wx.getWeRunData 一样',
  ),
  operation('GET /_sim/users · POST /_sim/users {name, id?, phone?}', 'lists people; adds one', '查看、添加人员'),
  operation('GET /_sim/avatars/<id>.png', 'a generated picture for any id', '任何人的头像'),
  operation('POST /_sim/current {user}', 'sets the person of the silent web sign-in', '网页静默授权以谁的身份'),
  operation(
    'GET /_sim/faults · POST /_sim/faults {mode, count?, delayMs?, errcode?, subCode?, handled?, path?}',
    `reads or sets faults: off, ${faultModeNames.join(', ')}`,
    '查看、设置故障',
  ),
  operation(
    'POST /_sim/faults {steps: [{mode, count?, …}], repeat?, path?}',
    'a script: each step applies to the next requests; "ok" leaves them alone',
    '故障剧本：依次作用于之后的请求，ok 表示正常',
  ),
  operation(
    'POST /_sim/faults {seed?, share?, length?, modes?, repeat?, path?}',
    'a script generated from a seed for each path; the same seed gives the same script',
    '按种子为每个接口生成故障剧本，种子相同则剧本相同',
  ),
  operation('DELETE /_sim/faults?path=', 'clears faults, for a path or everywhere', '结束故障'),
  operation('GET /_sim/bikes', 'the bikes, with a page to pedal them by hand', '单车，可在网页上骑行'),
  operation(
    'POST /_sim/bikes {id, number, key, reportUrl, code, scanUrl?}',
    'adds a bike, which reports to its operator’s server',
    '添加一辆单车，它会向运营方的服务器上报',
  ),
  operation(
    'POST /_sim/bikes/<id>/pedal {seconds, speedMetersPerSecond?, watts?}',
    'pedals for that many seconds',
    '骑行若干秒',
  ),
  operation('POST /_sim/bikes/<id>/offline {offline}', 'disconnects it', '断网'),
  operation('POST /_sim/bikes/<id>/repeat', 'sends every sample again', '重新上报全部数据'),
  operation('GET /_sim/requests?path= · DELETE /_sim/requests', 'the requests to the platforms', '收到过哪些请求'),
  operation(
    'GET /_sim/push · POST /_sim/push {appId?, url, token, aesKey?, format?}',
    'the target of the message push; performs the handshake first',
    '消息推送的地址，填写时先握手',
  ),
  operation(
    'POST /_sim/events {appId?, user, event, revokeInfo?}',
    'pushes an event, such as a withdrawn authorisation',
    '推送一个事件，例如撤回授权、注销',
  ),
  operation('GET /_sim/pushes · POST /_sim/pushes/<id>/repeat', 'lists pushes; repeats one', '推送过什么，再推一次'),
  operation(
    'GET /_sim/media-checks · POST /_sim/media-checks/<trace> {suggest}',
    'pictures waiting for a verdict; pushes the verdict',
    '图片检查，推送结果',
  ),
  operation(
    'GET /_sim/quotas · POST /_sim/quotas {path, perMinute?, perDay?}',
    'call limits per app and interface',
    '某个接口的调用次数限额',
  ),
  operation('POST /_sim/clock {at?, advanceMs?}', 'sets the time, or advances it', '把时间拨到某一刻，或往前拨'),
  operation(
    'GET /_sim/settings · POST /_sim/settings {…}',
    'settings for behaviour that the platforms do not document',
    '查看、修改未公开的参数',
  ),
  operation('POST /_sim/reset', 'restores the seed', '回到初始状态'),
]

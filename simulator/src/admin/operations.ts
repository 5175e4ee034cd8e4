import { faultModeNames } from '../state/fault-modes.ts'

/** One call of the control API, described in both languages. */
interface Operation {
  call: string
  effect: string
  zh: string
}

const operation = (call: string, effect: string, zh: string): Operation => ({ call, effect, zh })

export const operations: readonly Operation[] = [
  operation('GET /_sim/', 'this page; JSON for whoever does not ask for HTML', '本页;不要 HTML 时是 JSON'),
  operation(
    'POST /_sim/login {appId?, user, scope?}',
    'a login code, as wx.login, my.getAuthCode and tt.login give it',
    '给出一个登录 code,与 wx.login、my.getAuthCode、tt.login 一样',
  ),
  operation('GET /_sim/alipay-keys', 'the keys of the app in Alipay', '支付宝应用的密钥'),
  operation(
    'POST /_sim/check-session {appId?, user}',
    'whether the session_key lives, as wx.checkSession',
    'session_key 是否仍有效,与 wx.checkSession 一样',
  ),
  operation('POST /_sim/phone-code {appId?, user}', 'a code of the phone button', '给出一个手机号 code'),
  operation(
    'POST /_sim/encrypt {appId?, user, data, hidden?}',
    'data, signed and sealed under the session_key',
    '用当前 session_key 加密并签名',
  ),
  operation(
    'POST /_sim/user-profile {appId?, user, anonymous?}',
    'avatar and nickname, as wx.getUserProfile of an old client',
    '头像昵称,与旧版 wx.getUserProfile 一样',
  ),
  operation(
    'POST /_sim/sealed-phone {appId?, user}',
    'the number, sealed, as the phone button of an early client',
    '加密的手机号,与旧版手机号按钮一样',
  ),
  operation(
    'POST /_sim/werun {appId?, user}',
    'the steps of 31 days, as wx.getWeRunData',
    '31 天步数,与 wx.getWeRunData 一样',
  ),
  operation('GET /_sim/users · POST /_sim/users {name, id?, phone?}', 'people; adds one', '查看、添加人员'),
  operation('GET /_sim/avatars/<id>.png', 'a picture for anybody', '任何人的头像'),
  operation('POST /_sim/current {user}', 'who the silent web sign-in is', '网页静默授权以谁的身份'),
  operation(
    'GET /_sim/faults · POST /_sim/faults {mode, count?, delayMs?, errcode?, subCode?, handled?, path?}',
    `what goes wrong: off, ${faultModeNames.join(', ')}`,
    '查看、设置故障',
  ),
  operation(
    'POST /_sim/faults {steps: [{mode, count?, …}], repeat?, path?}',
    'a script: each step meets the next requests; the step "ok" leaves them alone',
    '故障剧本:依次作用于之后的请求,ok 表示正常',
  ),
  operation(
    'POST /_sim/faults {seed?, share?, length?, modes?, repeat?, path?}',
    'a script drawn from a seed for each path; the same seed, the same script',
    '按种子为每个接口生成故障剧本,种子相同则剧本相同',
  ),
  operation('DELETE /_sim/faults?path=', 'all is well again, there or everywhere', '结束故障'),
  operation('GET /_sim/bikes', 'the bikes, and a page to pedal them by hand', '单车,可在网页上骑行'),
  operation(
    'POST /_sim/bikes {id, number, key, reportUrl, code, scanUrl?}',
    'adds a bike, which reports to its operator’s server',
    '添加一辆单车,它会向运营方的服务器上报',
  ),
  operation(
    'POST /_sim/bikes/<id>/pedal {seconds, speedMetersPerSecond?, watts?}',
    'somebody pedals for so many seconds',
    '骑行若干秒',
  ),
  operation('POST /_sim/bikes/<id>/offline {offline}', 'cuts its line', '断网'),
  operation('POST /_sim/bikes/<id>/repeat', 'sends every sample once more', '重新上报全部数据'),
  operation('GET /_sim/requests?path= · DELETE /_sim/requests', 'what was asked of the platforms', '收到过哪些请求'),
  operation(
    'GET /_sim/push · POST /_sim/push {appId?, url, token, aesKey?, format?}',
    'where WeChat pushes to; shakes hands first',
    '消息推送的地址,填写时先握手',
  ),
  operation(
    'POST /_sim/events {appId?, user, event, revokeInfo?}',
    'pushes an event, such as a withdrawn authorisation',
    '推送一个事件,例如撤回授权、注销',
  ),
  operation(
    'GET /_sim/pushes · POST /_sim/pushes/<id>/repeat',
    'what was pushed; pushes it once more',
    '推送过什么,再推一次',
  ),
  operation(
    'GET /_sim/media-checks · POST /_sim/media-checks/<trace> {suggest}',
    'pictures to be looked at; pushes the verdict',
    '图片检查,推送结果',
  ),
  operation(
    'GET /_sim/quotas · POST /_sim/quotas {path, perMinute?, perDay?}',
    'how often an app may call an interface',
    '某个接口的调用次数限额',
  ),
  operation('POST /_sim/clock {at?, advanceMs?}', 'sets the time, or moves it on', '把时间拨到某一刻,或往前拨'),
  operation(
    'GET /_sim/settings · POST /_sim/settings {…}',
    'what the platforms do not document',
    '查看、修改未公开的参数',
  ),
  operation('POST /_sim/reset', 'back to the seed', '回到初始状态'),
]

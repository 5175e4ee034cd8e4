import type { NetworkStyle } from '../network.ts'

// https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html: PATCH is not among them.
const methods = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'])
// https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html
const errnos = { timeout: 5, interrupted: 600003, failed: 600001 }

/** Any HTTP status is a success, and `errMsg` and `errno` tell what cut a request. */
export const wechatNetwork = (appId: string): NetworkStyle => ({
  methods,
  names: { headers: ['header'], field: ['name'] },
  referer: `https://servicewechat.com/${appId}/devtools/page-frame.html`,
  answer: (_name, { status, headers, cookies }, data) => ({ statusCode: status, header: headers, cookies, data }),
  failure: (name, cut, words) => ({ errMsg: `${name}:fail ${words}`, errno: errnos[cut] }),
})

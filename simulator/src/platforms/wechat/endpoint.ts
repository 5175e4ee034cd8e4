import type { World } from '../../state/world.ts'

export interface WechatCall {
  query: Readonly<Record<string, string>>
  /** The parsed JSON body. WeChat parses it whatever the content type says. */
  body: Readonly<Record<string, unknown>>
  /** Where the simulator itself is reached, for avatar addresses. */
  origin: string
}

/** An answer that is no JSON. */
export class WechatImage {
  readonly type: string
  readonly bytes: Buffer

  constructor(type: string, bytes: Buffer) {
    this.type = type
    this.bytes = bytes
  }
}

/** One of WeChat's operations. `answer` returns the whole JSON body or an image, or throws a `WechatError`. */
export interface WechatEndpoint {
  method: 'GET' | 'POST'
  path: string
  contentType: typeof plainText | typeof json
  answer(call: WechatCall, world: World): object
}

// Observed: the /sns family labels its JSON as text, the rest says "encoding" where HTTP says "charset".
export const plainText = 'text/plain'
export const json = 'application/json; encoding=utf-8'

export const succeeded = { errcode: 0, errmsg: 'ok' }

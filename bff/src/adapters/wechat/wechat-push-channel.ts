import { AppError } from '../../domain/app-error.ts'
import type { PushSettings } from '../../domain/registered-app.ts'
import type { Secret } from '../../domain/secret.ts'
import type { Log } from '../../ports/log.ts'
import type { Belonging, Notice, PushChannel, PushRequest } from '../../ports/push-channel.ts'
import { isRecord, type PushFields, parsePushBody } from './push-body.ts'
import { isSignedPush, openPush } from './push-seal.ts'
import { readVerdict } from './wechat-content-check.ts'

/**
 * The authorisations behind each number in RevokeInfo that concern us; the others concern data that is never stored.
 * https://developers.weixin.qq.com/miniprogram/dev/server/event_push/platform/authorized_user_information_changes
 */
const belongingsOf: Readonly<Record<string, readonly Belonging[]>> = {
  6: ['nickname', 'avatar'],
  8: ['phone'],
  12: ['steps'],
  19: ['nickname'],
  20: ['avatar'],
}
const neverStored: ReadonlySet<string> = new Set(['1', '2', '3', '4', '5', '7', '13', '14', '15', '16', '18'])

/** https://developers.weixin.qq.com/miniprogram/dev/framework/server-ability/message-push.html */
export function createWeChatPushChannel(appId: string, { token, aesKey }: PushSettings, log: Log): PushChannel {
  function reject(reason: string): never {
    log.warn({ event: 'push.rejected', appId, reason }, 'a push that WeChat did not send for this app')
    throw new AppError('push.rejected')
  }

  function checkSignature({ signature, timestamp = '', nonce = '' }: PushRequest['query']) {
    // The signature does not cover the body, so a plain message's nonce is valid for that message only.
    if (!isSignedPush(signature, token.reveal(), timestamp, nonce)) reject('signature')
    // It is signed, so it is a number of seconds.
    return { sentAt: new Date(Number(timestamp) * 1000), nonce: `${timestamp} ${nonce}` }
  }

  function open(query: PushRequest['query'], { Encrypt: encrypted }: PushFields, key: Secret): Promise<PushFields> {
    const { msg_signature, timestamp = '', nonce = '' } = query
    if (typeof encrypted !== 'string') reject('not encrypted')
    if (!isSignedPush(msg_signature, token.reveal(), timestamp, nonce, encrypted)) reject('msg_signature')
    const opened = openPush(encrypted, key)
    if (opened?.appId !== appId) reject('seal')
    return parsePushBody(opened.message)
  }

  function understand(fields: PushFields): Notice {
    const event = text(fields.Event)
    const subject = text(fields.OpenID)
    if (event === 'wxa_media_check') {
      const verdict = text(fields.errcode) === '0' ? (readVerdict(fields.result) ?? null) : null
      return { kind: 'verdict', traceId: text(fields.trace_id), verdict }
    }
    if (subject === '') return { kind: 'other' }
    switch (event) {
      case 'user_authorization_revoke':
        return { kind: 'revoked', subject, belongings: readBelongings(text(fields.RevokeInfo)) }
      case 'user_info_modified':
        return { kind: 'profile-cleared', subject }
      case 'user_authorization_cancellation':
        return { kind: 'account-cancelled', subject }
      default:
        return { kind: 'other' }
    }
  }

  /** Assumed: if several are withdrawn at once, their numbers are separated by a non-digit. */
  function readBelongings(revokeInfo: string): Belonging[] {
    const numbers = revokeInfo.match(/\d+/g) ?? []
    const unknown = numbers.filter((number) => !(number in belongingsOf) && !neverStored.has(number))
    if (numbers.length === 0 || unknown.length > 0) {
      log.error(
        { event: 'operator.attention', appId },
        'WeChat reported the withdrawal of an authorisation unknown to this version',
      )
    }
    return [...new Set(numbers.flatMap((number) => belongingsOf[number] ?? []))]
  }

  return {
    greet(query) {
      const { sentAt } = checkSignature(query)
      return { sentAt, echo: query.echostr ?? '' }
    },
    async read({ query, body }) {
      const { sentAt, nonce } = checkSignature(query)
      const envelope = await parsePushBody(body.toString('utf8'))
      const fields = aesKey ? await open(query, envelope, aesKey) : envelope
      const app = text(fields.AppID) || text(fields.appid)
      if (app !== '' && app !== appId) reject('app')
      return { sentAt, nonce, messageId: identify(fields), notice: understand(fields) }
    },
  }
}

/** WeChat's recommended key for deduplication, plus fields that distinguish two events within a second. */
const identify = (fields: PushFields): string =>
  JSON.stringify(
    ['MsgId', 'FromUserName', 'CreateTime', 'Event', 'OpenID', 'RevokeInfo', 'trace_id'].map((name) =>
      text(fields[name]),
    ),
  )

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : isRecord(value) ? text(value['#text']) : ''

import { describe, expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { weapp } from '../support/journeys.ts'
import { createPush, plainPush, safePush, signedQuery } from '../support/push.ts'
import type { Stack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const modes = [
  { mode: 'plain', format: 'json', env: plainPush },
  { mode: 'plain', format: 'xml', env: plainPush },
  { mode: 'safe', format: 'json', env: safePush },
  { mode: 'safe', format: 'xml', env: safePush },
] as const

/** Alice, a member with all that a platform can take back. */
async function becomeMember(stack: Stack) {
  const accounts = createAccounts(stack)
  const { token, user } = await stack.signIn()
  await stack.register(token, { nickname: '小林' })
  await accounts.bindPhone(token, await stack.phoneCode())
  await accounts.saveAvatar(token)
  await stack.api('POST', '/v1/sport/werun', { token, body: await stack.weRun() })
  return { ...accounts, token, userId: user.userId, info: async () => (await stack.userInfo(token)).body }
}

describe.each(storages)('What WeChat pushes, on $name', (storage) => {
  it.each(modes)('reaches the account in $mode mode as $format', ({ format, env }) =>
    withStack(
      async (stack) => {
        const push = createPush(stack)
        await push.open(format)
        const { info, token } = await becomeMember(stack)
        expect(await push.tell('alice', 'user_authorization_revoke', '8')).toMatchObject({
          delivered: true,
          tries: [200],
        })
        expect(await info()).toMatchObject({ phoneMasked: null, nickname: '小林' })
        expect(await push.tell('alice', 'user_authorization_cancellation')).toMatchObject({ delivered: true })
        expectProblem(await stack.userInfo(token), 401, 'session.expired')
      },
      { storage, env },
    ),
  )

  it('erases what was withdrawn and nothing else', () =>
    withStack(
      async (stack) => {
        const push = createPush(stack)
        await push.open()
        const { info, exportAll, token } = await becomeMember(stack)
        const { avatarUrl } = await info()
        await push.tell('alice', 'user_authorization_revoke', '13')
        expect(await info()).toMatchObject({ nickname: '小林', avatarUrl, phoneMasked: '138******01' })
        await push.tell('alice', 'user_authorization_revoke', '6')
        expect(await info()).toMatchObject({ nickname: null, avatarUrl: null, underReview: [], registered: true })
        expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(404)
        expect((await exportAll(token)).body.steps).toHaveLength(31)
        await push.tell('alice', 'user_authorization_revoke', '12')
        expect((await exportAll(token)).body.steps).toEqual([])
        expect((await info()).phoneMasked).toBe('138******01')
      },
      { storage, env: plainPush },
    ))

  it('acts once per message, and a repeated cancellation leaves the new account alone', () =>
    withStack(
      async (stack) => {
        const push = createPush(stack)
        await push.open()
        const { userId } = await becomeMember(stack)
        const told = await push.tell('alice', 'user_authorization_cancellation')
        const again = await stack.signIn()
        expect(again.user.userId).not.toBe(userId)
        expect(await push.repeat(told)).toMatchObject({ delivered: true, tries: [200, 200] })
        expect((await stack.userInfo(again.token)).status).toBe(200)
      },
      { storage, env: safePush },
    ))

  it('lets nobody else see a profile that WeChat has cleared, until it has passed anew', () =>
    withStack(
      async (stack) => {
        const push = createPush(stack)
        await push.open()
        const { info } = await becomeMember(stack)
        await stack.fail({ mode: 'busy', path: '/wxa/msg_sec_check' })
        await push.tell('alice', 'user_info_modified')
        expect(await info()).toMatchObject({ nickname: '小林', profileRefreshDue: true })
        expect((await info()).underReview).toContain('nickname')
        await stack.recover()
        await stack.context.housekeeping.sweep()
        expect((await info()).underReview).toEqual(['avatar'])
      },
      { storage, env: plainPush },
    ))
})

describe('The address for pushes', () => {
  const path = `/v1/push/wechat/${weapp.appId}`
  const event = (fields: object = {}) =>
    JSON.stringify({ MsgType: 'event', Event: 'user_enter_tempsession', OpenID: 'oNobody', ...fields })
  const send = ({ url }: Stack, query: Record<string, string>, body: string | Uint8Array, type = 'application/json') =>
    fetch(`${url}${path}?${new URLSearchParams(query)}`, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: body as string,
    })
  const withPush = (play: (stack: Stack) => Promise<void>, env: Record<string, string> = plainPush) =>
    withStack(play, { env })

  it('is not there until it is set up, and only for the app it is set up for', async () => {
    await withStack(async ({ api }) => {
      expectProblem(await api('GET', path), 404, 'request.not_found')
      expectProblem(await api('POST', path), 404, 'request.not_found')
    })
    await withPush(async ({ api }) => {
      expectProblem(await api('GET', '/v1/push/wechat/wx0000000000000000'), 404, 'request.not_found')
    })
  })

  it('echoes what WeChat signed, as plain text, and nothing else', () =>
    withPush(async (stack) => {
      const ask = (query: Record<string, string>) => fetch(`${stack.url}${path}?${new URLSearchParams(query)}`)
      const echostr = '<script>alert(1)</script>'
      const greeted = await ask({ ...signedQuery(stack.clock.now()), echostr })
      expect([greeted.status, await greeted.text()]).toEqual([200, echostr])
      expect(greeted.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(greeted.headers.get('x-content-type-options')).toBe('nosniff')
      for (const query of [{}, signedQuery(stack.clock.now(), 'AnotherToken')]) {
        expect((await ask({ ...query, echostr })).status).toBe(403)
      }
    }))

  it('takes what it does not know, without a word more', () =>
    withPush(async (stack) => {
      const answer = await send(stack, signedQuery(stack.clock.now()), event())
      expect([answer.status, await answer.text()]).toEqual([200, 'success'])
    }))

  it('refuses a signature that is old, early, or of somebody else', () =>
    withPush(async (stack) => {
      const at = (ms: number) => new Date(stack.clock.now().getTime() + ms)
      for (const query of [
        signedQuery(at(-315_000)),
        signedQuery(at(315_000)),
        signedQuery(at(0), 'AnotherToken'),
        { ...signedQuery(at(0)), nonce: '1' },
        { ...signedQuery(at(0)), signature: '' },
      ]) {
        expect((await send(stack, query, event())).status).toBe(403)
      }
      expect((await send(stack, signedQuery(at(-285_000)), event())).status).toBe(200)
    }))

  it('takes a nonce for one message only: the signature of a plain one says nothing of its body', () =>
    withPush(async (stack) => {
      const { token } = await stack.signIn()
      const { openid } = await stack.subject('alice')
      const query = signedQuery(stack.clock.now())
      expect((await send(stack, query, event())).status).toBe(200)
      const forged = event({ Event: 'user_authorization_cancellation', OpenID: openid })
      expect((await send(stack, query, forged)).status).toBe(403)
      expect((await send(stack, query, event())).status).toBe(200)
      expect((await stack.userInfo(token)).status).toBe(200)
    }))

  it('takes nothing plain in safe mode, and nothing meant for another app', async () => {
    await withPush(
      async (stack) => expect((await send(stack, signedQuery(stack.clock.now()), event())).status).toBe(403),
      safePush,
    )
    await withPush(async (stack) => {
      const foreign = event({ AppID: 'wx0000000000000000' })
      expect((await send(stack, signedQuery(stack.clock.now()), foreign)).status).toBe(403)
    })
  })

  it.each([
    ['no JSON', 'hello', 400],
    ['a list', '[]', 400],
    ['broken XML', '<xml><Event>', 400],
    ['entities', '<!DOCTYPE x [<!ENTITY a "b">]><xml><Event>&a;</Event></xml>', 400],
    ['nothing', '', 400],
    ['too much', `{"Event":"${'x'.repeat(70_000)}"}`, 413],
  ])('refuses %s', (_name, body, status) =>
    withPush(async (stack) => {
      expect((await send(stack, signedQuery(stack.clock.now()), body, 'text/xml')).status).toBe(status)
    }),
  )
})

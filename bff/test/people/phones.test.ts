import type { UserInfo } from '@trailpass/shared'
import { expect } from 'vitest'
import { forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'

const phonePath = '/wxa/business/getuserphonenumber'

forEachAccountGround('A phone number', (it) => {
  it('is shown masked, replaced and removed', async ({ stack, member, bindPhone, removePhone }) => {
    const token = await member('alice')
    const bound = await bindPhone(token, await stack.phoneCode('alice'))
    expect(bound.body.phoneMasked).toBe('138******01')
    expect((await bindPhone(token, await stack.phoneCode('bob'))).body.phoneMasked).toBe('138******02')
    for (const _ of [1, 2]) expect((await removePhone(token)).body.phoneMasked).toBeNull()
  })

  it('costs one call however often its code comes', async ({ stack, member, bindPhone }) => {
    const token = await member('alice')
    const code = await stack.phoneCode('alice')
    const answers = await Promise.all(Array.from({ length: 10 }, () => bindPhone(token, code)))
    answers.push(await bindPhone(token, code))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.body.phoneMasked).toBe('138******01')
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(1)
  })

  it('is not had with another account’s code', async ({ stack, member, bindPhone }) => {
    const code = await stack.phoneCode('alice')
    await bindPhone(await member('alice'), code)
    const bob = await member('bob')
    expectProblem(await bindPhone(bob, code), 422, 'phone.code_rejected')
    expect((await stack.userInfo(bob)).body.phoneMasked).toBeNull()
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(1)
  })

  it('may be on two accounts, which stay two', async ({ stack, member, bindPhone }) => {
    const [alice, bob] = [await member('alice'), await member('bob')]
    await bindPhone(alice, await stack.phoneCode('alice'))
    await bindPhone(bob, await stack.phoneCode('alice'))
    const [one, other] = [await stack.userInfo(alice), await stack.userInfo(bob)]
    expect(one.body.phoneMasked).toBe(other.body.phoneMasked)
    expect(one.body.userId).not.toBe(other.body.userId)
  })

  it('is refused for an invented code, asked for once', async ({ stack, member, bindPhone }) => {
    const token = await member('alice')
    for (const _ of [1, 2]) expectProblem(await bindPhone(token, 'invented'), 422, 'phone.code_rejected')
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(1)
  })

  it.each([{ mode: 'errcode', errcode: 1400001 }, { mode: 'reset' }])(
    'is had with the same code once WeChat answers again: $mode $errcode',
    async ({ stack, member, bindPhone }, outage) => {
      const token = await member('alice')
      const code = await stack.phoneCode('alice')
      await stack.fail({ ...outage, path: phonePath, count: 1 })
      const refused = await bindPhone(token, code)
      expectProblem(refused, 503, 'phone.unavailable')
      expect(refused.headers.get('retry-after')).toBe('5')
      expect((await bindPhone(token, code)).body.phoneMasked).toBe('138******01')
    },
  )

  it('that WeChat did not tell at registration is had by repeating it, at the cost of one call', async (ground) => {
    const { stack } = ground
    const { token } = await stack.signIn()
    const phoneCode = await stack.phoneCode('alice')
    await stack.fail({ mode: 'reset', path: phonePath })
    expect((await stack.register(token, { phoneCode })).body).toMatchObject({ registered: true, phoneMasked: null })
    await stack.recover()
    await stack.forgetCalls()
    const again = await Promise.all([1, 2, 3].map(() => stack.register(token, { phoneCode })))
    for (const { body } of again) expect(body.phoneMasked).toBe('138******01')
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(1)
  })

  it('comes from an old client’s button too, sealed under the session_key', async (ground) => {
    const { stack } = ground
    const token = await ground.member('alice')
    const { encryptedData, iv } = await stack.sealProfile('alice', { phoneNumber: '13800000001', countryCode: '86' })
    const send = (payload: object, sender = token) =>
      stack.api<UserInfo>('POST', '/v1/userinfo/phone', { token: sender, body: payload })
    const bound = await send({ encryptedData, iv, keyEpoch: 1 })
    expect(bound.body.phoneMasked).toBe('138******01')
    expect((await send({ encryptedData, iv, keyEpoch: 1 })).text).toBe(bound.text)
    expectProblem(await send({ encryptedData, iv }, await ground.member('bob')), 409, 'session_key.stale')
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(0)
    for (const body of [{}, { encryptedData }, { code: 'c', encryptedData, iv }]) {
      expectProblem(await send(body), 400, 'request.invalid')
    }
  })

  it('cannot be had by a code where the platform has no button for it', async ({ stack, onWeb, bindPhone }) => {
    const { token } = await onWeb('alice', false)
    await stack.register(token)
    expectProblem(await bindPhone(token, await stack.phoneCode('alice')), 422, 'phone.code_rejected')
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(0)
  })

  it('is for members', async ({ stack, bindPhone }) => {
    const { token } = await stack.signIn()
    expectProblem(await bindPhone(token, await stack.phoneCode()), 403, 'registration.required')
    expect(await stack.upstreamCalls(phonePath)).toHaveLength(0)
  })
})

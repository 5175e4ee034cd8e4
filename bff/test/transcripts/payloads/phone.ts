import type { UserInfo } from '@trailpass/shared'
import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'a phone number that an old client’s button sealed is bound, and shown masked',
  async (stack) => {
    const { member } = createPayloads(stack)
    const bind = (token: string, body: object) => stack.api<UserInfo>('POST', '/v1/userinfo/phone', { token, body })
    const { token } = await member()
    const seal = async (phoneNumber: unknown) => {
      const { encryptedData, iv } = await stack.sealProfile('alice', { phoneNumber, purePhoneNumber: phoneNumber })
      return { encryptedData, iv }
    }
    const payload = await seal('13800000001')
    const bound = await bind(token, { ...payload, keyEpoch: 1 })
    expect(bound.body.phoneMasked).toBe('138******01')
    expect((await bind(token, payload)).body).toEqual(bound.body)
    expectProblem(await bind(token, await seal('not a number')), 409, 'session_key.stale')

    const bob = await member('bob')
    expectProblem(await bind(bob.token, payload), 409, 'session_key.stale')
    const { token: guest } = await stack.signIn({ user: 'carol' })
    expectProblem(await bind(guest, payload), 403, 'registration.required')
    for (const body of [{}, { iv: payload.iv }, { encryptedData: payload.encryptedData }, { ...payload, code: 'c' }]) {
      expectProblem(await bind(token, body), 400, 'request.invalid')
    }
  },
)

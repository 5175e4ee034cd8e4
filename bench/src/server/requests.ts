import { randomBytes } from 'node:crypto'
import type { Answer, Caller } from '../load/caller.ts'
import { appId } from './trailpass.ts'

class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'
  constructor({ status, text }: Answer) {
    super(`answered ${status}: ${text.slice(0, 200)}`)
  }
}

export async function expectOk(answer: Promise<Answer>): Promise<Answer> {
  const got = await answer
  if (got.status !== 200) throw new UnexpectedAnswer(got)
  return got
}

const deviceOf = (person: number): string => `device-of-person-${String(person).padStart(8, '0')}`

/** A login with a code of its own, as every login has one. */
export const loginBody = (person: number, { guestToken }: { guestToken?: string } = {}) => ({
  platform: 'weapp',
  appId,
  code: `${person}.${randomBytes(12).toString('base64url')}`,
  nonce: randomBytes(18).toString('base64url'),
  deviceId: deviceOf(person),
  ...(guestToken !== undefined && { guestToken }),
})

export const postLogin = (caller: Caller, person: number): Promise<Answer> =>
  expectOk(caller.call({ method: 'POST', path: '/v1/session', body: loginBody(person) }))

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

/** Signs in and registers. Answers the token. */
export async function becomeMember(caller: Caller, person: number): Promise<string> {
  const { token } = JSON.parse((await postLogin(caller, person)).text) as { token: string }
  const agreements = JSON.parse((await expectOk(caller.call({ path: '/v1/agreements' }))).text) as {
    agreements: { id: string; version: string }[]
  }
  const body = { agreements: agreements.agreements.map(({ id, version }) => ({ id, version })) }
  await expectOk(caller.call({ method: 'POST', path: '/v1/registration', headers: bearer(token), body }))
  return token
}

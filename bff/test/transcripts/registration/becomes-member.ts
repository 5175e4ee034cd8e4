import { expect } from 'vitest'
import { agreedVersions } from '../../support/journeys.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('an identified guest becomes a member with a rider id', async (stack) => {
  const { token, principal } = await stack.signIn()
  const { status, body } = await stack.register(token, { nickname: ' 小林 ', entry: { kind: 'scan' } })
  expect(status).toBe(200)
  expect(body).toMatchObject({ userId: principal.userId, registered: true, nickname: '小林', displayName: '小林' })
  expect(body.riderId).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
  expect(body.consents.map(({ id, version }) => ({ id, version }))).toEqual(expect.arrayContaining(agreedVersions))
  expect((await stack.userInfo(token)).body).toEqual(body)
})

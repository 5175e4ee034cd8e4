import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a guest may look around, and change nothing before registering', async (stack) => {
  for (const { token } of [await stack.becomeGuest(), await stack.signIn()]) {
    for (const path of ['/v1/userinfo', '/v1/overview', '/v1/agreements'] as const) {
      expect((await stack.api('GET', path, { token })).status).toBe(200)
    }
    const rename = await stack.api('PATCH', '/v1/userinfo', { token, body: { nickname: '小林' } })
    expectProblem(rename, 403, 'registration.required')
    const avatar = new FormData()
    avatar.set('avatar', new Blob(['face']))
    expectProblem(await stack.api('POST', '/v1/userinfo/avatar', { token, body: avatar }), 403, 'registration.required')
  }
})

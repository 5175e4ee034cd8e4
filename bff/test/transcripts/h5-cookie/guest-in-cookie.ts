import { expect } from 'vitest'
import { loginByCookie } from '../../support/cookie-session.ts'
import { h5, randomId } from '../../support/journeys.ts'
import { h5Origin } from '../../support/stack.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a guest in a cookie is taken over like any other', async (stack) => {
  const guest = await stack.api('POST', '/v1/session/guest', {
    body: { platform: 'h5', appId: h5.appId, deviceId: randomId() },
    headers: { origin: h5Origin, 'Trailpass-Session': 'cookie' },
  })
  expect(guest.body).toMatchObject({ token: null, principal: { kind: 'guest' } })
  const [cookie = ''] = guest.headers.getSetCookie()[0]?.split(';') ?? []
  const { answer } = await loginByCookie(stack, { cookie })
  expect(answer.body.principal).toEqual((guest.body as typeof answer.body).principal)
})

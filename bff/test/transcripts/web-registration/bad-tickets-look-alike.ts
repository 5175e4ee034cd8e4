import { expect } from 'vitest'
import { expectProblem } from '../../support/expect-problem.ts'
import { transcript } from '../../support/transcript.ts'
import { createWebRegistration, inventedTicket, type WebVisit } from '../../support/web-registration.ts'

export default transcript(
  'unknown, used, expired, replaced, foreign and signed-out tickets look alike',
  async (stack) => {
    const web = createWebRegistration(stack)
    const { token } = await stack.signIn()
    const refusals: Record<string, WebVisit> = { unknown: await web.redeem(inventedTicket()) }

    const used = await web.ticketFor(token)
    expect((await web.redeem(used)).answer.status).toBe(200)
    refusals.used = await web.redeem(used)

    const expired = await web.ticketFor(token)
    stack.advance(60_000)
    refusals.expired = await web.redeem(expired)

    const replaced = await web.ticketFor(token)
    const foreign = await web.ticketFor(token)
    refusals.replaced = await web.redeem(replaced)
    refusals.foreign = await web.redeem(foreign, { origin: 'https://evil.example' })
    refusals.unasked = await web.redeem(foreign, { origin: 'https://evil.example', 'Trailpass-Session': '' })
    refusals.nowhere = await web.redeem(foreign, { origin: '', 'Trailpass-Session': 'cookie' })
    expect((await web.redeem(foreign)).answer.status).toBe(200)

    const signedOut = await web.ticketFor(token)
    await stack.api('DELETE', '/v1/session', { token })
    refusals['signed out'] = await web.redeem(signedOut)

    const alike = ({ answer, cookie }: WebVisit) => ({
      ...(answer.body as object),
      instance: '',
      cookie,
      headers: [...answer.headers.keys()],
    })
    for (const [name, visit] of Object.entries(refusals)) {
      expectProblem(visit.answer, 401, 'registration.ticket_rejected')
      expect({ name, ...alike(visit) }).toEqual({ name, ...alike(refusals.unknown as WebVisit) })
    }
  },
)

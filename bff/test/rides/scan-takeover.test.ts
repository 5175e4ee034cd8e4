import { expect } from 'vitest'
import { scanIntentMs } from '../../src/domain/trail/device.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { forEachGround } from '../support/ride-suite.ts'

forEachGround('What a guest scanned', (it) => {
  it('waits through login and registration', async ({ stack, yard, scan, start }) => {
    const bike = await yard.addBike()
    const guest = await stack.becomeGuest()
    const { intentId } = (await scan(guest.token, bike.code)).body
    expectProblem(await start(guest.token, intentId), 403, 'registration.required')
    const { token } = await stack.signIn({ guestToken: guest.token })
    expectProblem(await start(token, intentId), 403, 'registration.required')
    await stack.register(token)
    const started = await start(token, intentId)
    expect(started.status).toBe(200)
    expect(started.body).toMatchObject({ device: { id: bike.id }, state: 'active' })
  })

  it('follows a person who was known already', async ({ stack, yard, scan, start, member }) => {
    const bike = await yard.addBike()
    await member('alice')
    const guest = await stack.becomeGuest()
    const { intentId } = (await scan(guest.token, bike.code)).body
    const { token, principal } = await stack.signIn({ user: 'alice', guestToken: guest.token })
    expect(principal.userId).not.toBe(guest.principal.userId)
    expect((await start(token, intentId)).body.device.id).toBe(bike.id)
  })

  it('is nobody else’s, and ends after a quarter of an hour', async ({ stack, yard, scan, start, member }) => {
    const [alice, bob] = [await member('alice'), await member('bob')]
    const { intentId } = (await scan(alice, (await yard.addBike()).code)).body
    expectProblem(await start(bob, intentId), 410, 'ride.intent_expired')
    expectProblem(await start(alice, 'no-such-intent'), 410, 'ride.intent_expired')
    stack.advance(scanIntentMs + 1)
    expectProblem(await start(alice, intentId), 410, 'ride.intent_expired')
    await stack.context.housekeeping.sweep()
    expectProblem(await start(alice, intentId), 410, 'ride.intent_expired')
  })
})

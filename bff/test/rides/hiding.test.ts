import type { Overview, UserInfo } from '@trailpass/shared'
import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { forEachGround, type Ground } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

const show = ({ stack }: Ground, token: string, ranked: unknown) =>
  stack.api<UserInfo>('PATCH', '/v1/userinfo', { token, body: { ranked } })

const leaders = async ({ stack }: Ground) => (await stack.api<Overview>('GET', '/v1/overview')).body.topThree

async function rideAlong({ yard, ride, addSamples, finish }: Ground, token: string, meters: number) {
  const { id } = await ride(token, await yard.addBike())
  await addSamples(token, id, [sample(0, { distanceMeters: meters })])
  return (await finish(token, id)).body
}

forEachGround('Hiding from rankings', (it) => {
  it('takes a person out of every board and the overview at once, and brings them back', async (ground) => {
    const [alice, bob] = [await ground.member('alice'), await ground.member('bob')]
    const { trailId } = await ground.yard.addBike()
    await rideAlong(ground, alice, 300)
    await rideAlong(ground, bob, 500)
    expect(await leaders(ground)).toHaveLength(2)

    expect((await show(ground, bob, false)).body).toMatchObject({ ranked: false, nickname: 'bob' })
    for (const period of ['today', 'week', 'all'] as const) {
      const { body } = await ground.ranking(alice, trailId, period)
      expect(body).toMatchObject({ rows: [{ rank: 1, displayName: 'alice', mine: true }], hidden: false })
      expect(body.rows).toHaveLength(1)
      expect((await ground.ranking(bob, trailId, period)).body).toMatchObject({
        rows: [{ displayName: 'alice' }],
        mine: null,
        hidden: true,
      })
    }
    expect(await leaders(ground)).toEqual([{ displayName: 'alice', distanceMeters: 300 }])

    await show(ground, bob, true)
    expect((await ground.ranking(bob, trailId, 'all')).body).toMatchObject({ mine: { rank: 1 }, hidden: false })
    expect(await leaders(ground)).toHaveLength(2)
  })

  it('holds for what is ridden later, in other weeks and on other trails', async (ground) => {
    const [alice, bob] = [await ground.member('alice'), await ground.member('bob')]
    const { trailId } = await ground.yard.addBike()
    await show(ground, bob, false)
    expect(await rideAlong(ground, bob, 500)).toMatchObject({ distanceMeters: 500, ranking: null })
    expect((await ground.ranking(alice, trailId, 'today')).body.rows).toEqual([])
    await show(ground, bob, true)
    expect((await ground.ranking(alice, trailId, 'today')).body.rows).toMatchObject([{ distanceMeters: 500 }])
  })

  it('is a member’s choice: shown from registration on, and nobody before', async (ground) => {
    const { token, user } = await ground.stack.signIn()
    expect(user.ranked).toBe(false)
    expectProblem(await show(ground, token, true), 403, 'registration.required')
    await ground.stack.register(token)
    expect((await ground.stack.userInfo(token)).body.ranked).toBe(true)
    for (const ranked of [null, 'no', 0]) expectProblem(await show(ground, token, ranked), 400, 'request.invalid')
  })

  it('leaves the nickname alone, and the nickname leaves it', async (ground) => {
    const token = await ground.member('alice', '小林')
    await show(ground, token, false)
    const renamed = await ground.stack.api<UserInfo>('PATCH', '/v1/userinfo', { token, body: { nickname: '山风' } })
    expect(renamed.body).toMatchObject({ nickname: '山风', ranked: false })
  })
})

forEachGround('A rider id', (it) => {
  it('is changed for another at random, and the old one is gone', async (ground) => {
    const token = await ground.member()
    const renew = () => ground.stack.api<UserInfo>('POST', '/v1/userinfo/rider-id', { token })
    const before = (await ground.stack.userInfo(token)).body
    const after = (await renew()).body
    expect(after).toEqual({ ...before, riderId: expect.stringMatching(/^[0-9A-Z]{12}$/) })
    expect(after.riderId).not.toBe(before.riderId)
    expect((await ground.stack.userInfo(token)).body).toEqual(after)
    expect((await renew()).body.riderId).not.toBe(after.riderId)
  })

  it('is nothing that a guest could change', async ({ stack }) => {
    const { token } = await stack.signIn()
    expectProblem(await stack.api('POST', '/v1/userinfo/rider-id', { token }), 403, 'registration.required')
  })
})

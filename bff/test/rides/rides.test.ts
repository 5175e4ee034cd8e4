import { expect } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { addPeople, at, rideRecord } from '../support/ride-fixtures.ts'
import { forEachGround } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

forEachGround('Rides', (it) => {
  it('end once, and answer the same however often they are ended', async (ground) => {
    const { stack, yard, addSamples, ride, finish, current, member } = ground
    const token = await member()
    expect((await current(token)).body).toEqual({ ride: null })
    const { id } = await ride(token, await yard.addBike())
    await addSamples(token, id, [sample(0)])
    const ended = await Promise.all(Array.from({ length: 10 }, () => finish(token, id)))
    stack.advance(60_000)
    ended.push(await finish(token, id))
    expect(new Set(ended.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(ended[0]?.body).toMatchObject({ state: 'finished', distanceMeters: 10, speedMetersPerSecond: 0 })
    expect((await current(token)).body).toEqual({ ride: null })
  })

  it('end by themselves when nobody ends them, so that the bike is free again', async (ground) => {
    const { stack, yard, ride, current, member } = ground
    const bike = await yard.addBike()
    const token = await member()
    await ride(token, bike)
    stack.advance(6 * 3_600_000 - 60_000)
    await stack.context.housekeeping.sweep()
    expect((await current(token)).body).toMatchObject({ ride: { state: 'active' } })
    stack.advance(120_000)
    await stack.context.housekeeping.sweep()
    expect((await current(token)).body).toEqual({ ride: null })
    expect(await ride(token, bike)).toMatchObject({ id: expect.any(String) })
  })

  it('are listed page by page, newest first, each person’s own', async ({ stack, yard, list, member }) => {
    const { stores, addBike } = yard
    const token = await member()
    const bike = await addBike()
    const { userId } = (await stack.signIn()).principal
    await addPeople(stores, 'somebody-else')
    const ids = Array.from({ length: 45 }, (_, index) => `01RIDE${String(index).padStart(20, '0')}`)
    await stores.store.write(function* () {
      for (const [index, id] of ids.entries()) {
        const personId = index === 7 ? 'somebody-else' : userId
        const place = { deviceId: bike.id, trailId: bike.trailId }
        yield* stores.rides.insert(rideRecord({ ...place, id, personId, state: 'finished', finishedAt: at(1) }))
      }
    })
    const again = (await stack.signIn()).token
    const read: string[] = []
    const lengths: number[] = []
    for (let query = ''; ; ) {
      const { rides, nextBefore } = (await list(again, query)).body
      read.push(...rides.map(({ id }) => id))
      lengths.push(rides.length)
      if (nextBefore === null) break
      query = `?before=${nextBefore}`
    }
    expect(read).toEqual(ids.toSpliced(7, 1).reverse())
    expect(lengths).toEqual([20, 20, 4])
    expect((await list(token)).status).toBe(200)
    for (const query of ['?before=', '?before=a&before=b', '?after=1']) {
      expectProblem(await list(again, query), 400, 'request.invalid')
    }
  })

  it('are nothing to somebody without a session', async ({ stack }) => {
    for (const path of ['/v1/rides', '/v1/rides/current', '/v1/sport/summary?range=today']) {
      expectProblem(await stack.api('GET', path), 401, 'session.missing')
    }
  })
})

import { type LeaderboardPeriod, leaderboardPeriods } from '@trailpass/shared'
import { expect } from 'vitest'
import { dayOf, defaultTimeZone } from '../../src/domain/day.ts'
import { standingPeriod } from '../../src/domain/trail/standing.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { addPeople } from '../support/ride-fixtures.ts'
import { forEachGround, type Ground } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

const dayMs = 86_400_000
const mondayNoon = Date.UTC(2026, 11, 7, 4) // in Shanghai

async function rideAlong({ yard, ride, addSamples, finish }: Ground, token: string, meters: number): Promise<void> {
  const { id } = await ride(token, await yard.addBike())
  await addSamples(token, id, [sample(0, { distanceMeters: meters })])
  await finish(token, id)
}

/** People who rode so far today, without the requests. */
async function seed({ stack, yard }: Ground, trailId: string, meters: Record<string, number>): Promise<void> {
  await addPeople(yard.stores, ...Object.keys(meters))
  const period = standingPeriod('today', dayOf(stack.clock.now(), defaultTimeZone))
  await yard.stores.store.write(function* () {
    for (const [id, distance] of Object.entries(meters)) {
      yield* yard.stores.standings.add([{ trailId, period }], id, distance * 1000)
    }
  })
}

forEachGround('A ranking', (it) => {
  it('is by day, by week from Monday, and of all time', async (ground) => {
    ground.stack.advance(mondayNoon - ground.stack.clock.now().getTime())
    const distances = async (token: string) => {
      const trailId = (await ground.yard.addBike()).trailId
      const ranked = leaderboardPeriods.map((period) => ground.ranking(token, trailId, period))
      return (await Promise.all(ranked)).map(({ body }) => body.mine?.distanceMeters ?? null)
    }
    ground.stack.advance(-dayMs)
    await rideAlong(ground, await ground.member(), 1)
    ground.stack.advance(dayMs)
    const token = await ground.member()
    expect(await distances(token)).toEqual([null, null, 1])
    await rideAlong(ground, token, 10)
    ground.stack.advance(6 * dayMs)
    await rideAlong(ground, token, 100)
    expect(await distances(token)).toEqual([100, 110, 111])
    ground.stack.advance(dayMs)
    expect(await distances(token)).toEqual([null, null, 111])
  })

  it('names people and marks the caller’s own row, as everybody else sees it unmarked', async (ground) => {
    const [alice, bob] = [await ground.member('alice', '小林'), await ground.member('bob', '阿波')]
    const { trailId } = await ground.yard.addBike()
    await rideAlong(ground, alice, 300)
    await rideAlong(ground, bob, 500.5)
    const row = { avatarUrl: null, mine: false }
    const first = { ...row, rank: 1, displayName: '阿波', distanceMeters: 500.5 }
    const second = { ...row, rank: 2, displayName: '小林', distanceMeters: 300 }
    const mine = { ...second, mine: true }
    const read = async (token: string) => (await ground.ranking(token, trailId, 'today')).body
    expect(await read(alice)).toEqual({ trailId, period: 'today', rows: [first, mine], mine, hidden: false })
    expect((await read(bob)).rows).toEqual([{ ...first, mine: true }, second])
    expect(await read((await ground.stack.becomeGuest()).token)).toMatchObject({ rows: [first, second], mine: null })
  })

  it('ends at fifty, and still tells a caller further down', async (ground) => {
    const token = await ground.member()
    const { trailId } = await ground.yard.addBike()
    const meters = Object.fromEntries(Array.from({ length: 70 }, (_, index) => [`rider-${index + 10}`, 1000 - index]))
    await seed(ground, trailId, meters)
    await rideAlong(ground, token, 940.5)
    const { rows, mine } = (await ground.ranking(token, trailId, 'today')).body
    expect(rows.map(({ rank }) => rank)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    expect(rows.map(({ distanceMeters }) => distanceMeters)).toEqual(Object.values(meters).slice(0, 50))
    expect(mine).toMatchObject({ rank: 61, distanceMeters: 940.5, mine: true })
  })

  it('gives equals a rank each, the same in the list and pinned', async (ground) => {
    const token = await ground.member()
    const { trailId } = await ground.yard.addBike()
    await seed(ground, trailId, { '00000000000000000000000000': 100, ZZZZZZZZZZZZZZZZZZZZZZZZZZ: 100 })
    await rideAlong(ground, token, 100)
    const { rows, mine } = (await ground.ranking(token, trailId, 'today')).body
    expect(rows.map(({ rank, mine }) => [rank, mine])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ])
    expect(mine).toEqual(rows[1])
  })

  it('keeps trails apart, and knows which there are', async (ground) => {
    const token = await ground.member()
    const { trailId } = await ground.yard.addBike()
    await rideAlong(ground, token, 10)
    const other = await ground.yard.addTrail('白鹭湖步道')
    expect((await ground.ranking(token, trailId, 'all')).body.rows).toHaveLength(1)
    expect((await ground.ranking(token, other, 'all')).body).toMatchObject({ rows: [], mine: null })
    expectProblem(await ground.ranking(token, 'no-such-trail', 'all'), 404, 'request.not_found')
    expectProblem(await ground.ranking(token, trailId, 'month' as LeaderboardPeriod), 400, 'request.invalid')
  })

  it('never tells who anybody is', async (ground) => {
    const [alice, bob] = [await ground.member('alice'), await ground.member('bob')]
    const { trailId } = await ground.yard.addBike()
    for (const token of [alice, bob]) await rideAlong(ground, token, 10)
    const { text } = await ground.ranking(alice, trailId, 'all')
    for (const user of ['alice', 'bob']) {
      const { openid, unionid } = await ground.stack.subject(user)
      const { principal, user: profile } = await ground.stack.signIn({ user })
      for (const identity of [openid, unionid, principal.userId, profile.riderId]) expect(text).not.toContain(identity)
    }
  })
})

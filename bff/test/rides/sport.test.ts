import { expect } from 'vitest'
import { forEachGround, type Ground } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs
const chinaOffsetMs = 8 * hourMs

/** Moves on to so long after the next midnight in Shanghai. */
function advanceToMidnight({ stack }: Ground, afterMs: number): void {
  const now = stack.clock.now().getTime()
  stack.advance(dayMs - ((now + chinaOffsetMs) % dayMs) + afterMs)
}

const dateInShanghai = ({ stack }: Ground) =>
  new Date(stack.clock.now().getTime() + chinaOffsetMs).toISOString().slice(0, 10)

/** A ride of so many times ten metres. */
async function rideAlong({ yard, ride, addSamples, finish }: Ground, token: string, count: number): Promise<string> {
  const { id } = await ride(token, await yard.addBike())
  await addSamples(
    token,
    id,
    Array.from({ length: count }, (_, sequence) => sample(sequence)),
  )
  await finish(token, id)
  return id
}

const none = { distanceMeters: 0, movingSeconds: 0, energyKcal: 0, rides: 0, steps: null }

forEachGround('A sport summary', (it) => {
  it('has every day of its range, also without a ride, oldest first', async (ground) => {
    const token = await ground.member()
    for (const [range, count] of [
      ['today', 1],
      ['7d', 7],
      ['31d', 31],
    ] as const) {
      const { days, totals, ...rest } = await ground.summary(token, range)
      expect(rest).toEqual({ range, goalMeters: 5000 })
      expect(totals).toEqual(none)
      expect(days).toHaveLength(count)
      expect(days.at(-1)?.date).toBe(dateInShanghai(ground))
      expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).sort())
      for (const { date: _, ...figures } of days) expect(figures).toEqual(none)
    }
  })

  it('parts the days at midnight in Shanghai', async (ground) => {
    advanceToMidnight(ground, -1 * minuteMs)
    const token = await ground.member()
    const eve = dateInShanghai(ground)
    await rideAlong(ground, token, 1)
    ground.stack.advance(2 * minuteMs)
    expect(dateInShanghai(ground)).not.toBe(eve)
    await rideAlong(ground, token, 2)
    await rideAlong(ground, token, 3)
    const today = { distanceMeters: 50, movingSeconds: 10, energyKcal: 0.6, rides: 2, steps: null }
    expect((await ground.summary(token, 'today')).totals).toEqual(today)
    const { totals, days } = await ground.summary(token, '7d')
    expect(totals).toEqual({ distanceMeters: 60, movingSeconds: 12, energyKcal: 0.7, rides: 3, steps: null })
    expect(days.slice(-2)).toEqual([
      { date: eve, distanceMeters: 10, movingSeconds: 2, energyKcal: 0.1, rides: 1, steps: null },
      { date: dateInShanghai(ground), ...today },
    ])
  })

  it('counts a ride for the day it began, whenever its samples come', async (ground) => {
    advanceToMidnight(ground, -1 * minuteMs)
    const token = await ground.member()
    const bike = await ground.yard.addBike()
    const { id } = await ground.ride(token, bike)
    ground.stack.advance(5 * minuteMs)
    await ground.addSamples(token, id, [sample(0)])
    await ground.finish(token, id)
    expect((await ground.summary(token, 'today')).totals).toEqual(none)
    expect((await ground.summary(token, '7d')).days.at(-2)).toMatchObject({ distanceMeters: 10, rides: 1 })
    const { body } = await ground.ranking(token, bike.trailId, 'today')
    expect(body).toMatchObject({ rows: [], mine: null })
    expect((await ground.ranking(token, bike.trailId, 'all')).body.mine?.distanceMeters).toBe(10)
  })

  it('forgets what lies before its range, and is of nobody else', async (ground) => {
    const [alice, bob] = [await ground.member('alice'), await ground.member('bob')]
    await rideAlong(ground, alice, 5)
    expect((await ground.summary(bob, '31d')).totals).toEqual(none)
    ground.stack.advance(7 * dayMs)
    expect((await ground.summary(alice, '7d')).totals).toEqual(none)
    expect((await ground.summary(alice, '31d')).totals).toMatchObject({ distanceMeters: 50, rides: 1 })
  })

  it('is refused for any other range', async ({ stack, member }) => {
    const token = await member()
    for (const query of ['', '?range=1d', '?range=today&range=7d', '?range=today&of=bob']) {
      expect((await stack.api('GET', `/v1/sport/summary${query}`, { token })).status).toBe(400)
    }
  })
})

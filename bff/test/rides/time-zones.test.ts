import { expect } from 'vitest'
import { forEachGround, type Ground } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

// Sunday 21:30 in Shanghai is Sunday 08:30 in New York and Monday 02:30 in Auckland.
const sundayEvening = Date.UTC(2026, 11, 6, 13, 30)

async function rideOn({ yard, ride, addSamples, finish }: Ground, token: string, trailId: string, meters: number) {
  const { id } = await ride(token, await yard.addBike(trailId))
  await addSamples(token, id, [sample(0, { distanceMeters: meters })])
  await finish(token, id)
}

forEachGround('A trail’s time zone', (it) => {
  it('says for which day and week a ride counts, each trail its own', async (ground) => {
    const { stack, yard, ranking, member } = ground
    stack.advance(sundayEvening - stack.clock.now().getTime())
    const token = await member()
    const shanghai = await yard.addTrail('外滩步道')
    const auckland = await yard.addTrail('Waterfront', { timeZone: 'Pacific/Auckland' })
    await rideOn(ground, token, shanghai, 100)
    await rideOn(ground, token, auckland, 200)
    const mine = async (trailId: string, period: 'today' | 'week') =>
      (await ranking(token, trailId, period)).body.mine?.distanceMeters
    stack.advance(4 * 3_600_000)
    // Past midnight in Shanghai, which begins a week; still Monday in Auckland.
    expect([await mine(shanghai, 'today'), await mine(shanghai, 'week')]).toEqual([undefined, undefined])
    expect([await mine(auckland, 'today'), await mine(auckland, 'week')]).toEqual([200, 200])
  })

  it('counts a person’s days where they rode last', async (ground) => {
    const { stack, yard, summary, member } = ground
    stack.advance(sundayEvening - stack.clock.now().getTime())
    const token = await member()
    const shanghai = await yard.addTrail('外滩步道')
    const auckland = await yard.addTrail('Waterfront', { timeZone: 'Pacific/Auckland' })
    await yard.addTrail('白鹭湖步道')
    const lastDay = async () => (await summary(token, '7d')).days.at(-1)
    expect(await lastDay()).toMatchObject({ date: '2026-12-06', distanceMeters: 0 })
    await rideOn(ground, token, auckland, 200)
    expect(await lastDay()).toMatchObject({ date: '2026-12-07', distanceMeters: 200 })
    await rideOn(ground, token, shanghai, 100)
    expect(await lastDay()).toMatchObject({ date: '2026-12-06', distanceMeters: 100 })
  })

  it('of most trails says who was here today', async (ground) => {
    const { stack, yard } = ground
    stack.advance(sundayEvening - stack.clock.now().getTime())
    await yard.addTrail('Waterfront', { timeZone: 'Pacific/Auckland' })
    await stack.becomeGuest()
    const active = async () => {
      stack.advance(6000)
      return (await stack.api<{ activeToday: number }>('GET', '/v1/overview')).body.activeToday
    }
    expect(await active()).toBe(1)
    // Midnight was in Shanghai, where no trail lies.
    stack.advance(3 * 3_600_000)
    expect(await active()).toBe(1)
    stack.advance(19 * 3_600_000)
    expect(await active()).toBe(0)
  })
})

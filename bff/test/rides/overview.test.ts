import type { Overview } from '@trailpass/shared'
import { expect } from 'vitest'
import { silenceMs } from '../../src/domain/trail/device.ts'
import { forEachGround, type Ground } from '../support/ride-suite.ts'
import { sample } from '../support/riding.ts'

const longerThanItIsKeptMs = 5001

async function overview({ stack }: Ground): Promise<Overview> {
  stack.advance(longerThanItIsKeptMs)
  return (await stack.api<Overview>('GET', '/v1/overview')).body
}

forEachGround('The overview', (it) => {
  it('counts the bikes that one could take', async (ground) => {
    const { stack, yard, report, ride, finish, member } = ground
    expect((await overview(ground)).freeBikes).toBeNull()
    const [first, second, third] = [await yard.addBike(), await yard.addBike(), await yard.addBike()]
    expect((await overview(ground)).freeBikes).toBe(3)
    const token = await member()
    const { id } = await ride(token, first)
    await yard.revoke(second)
    expect((await overview(ground)).freeBikes).toBe(1)
    await report(third, { samples: [] })
    expect((await overview(ground)).freeBikes).toBe(1)
    stack.advance(silenceMs)
    expect((await overview(ground)).freeBikes).toBe(0)
    await finish(token, id)
    expect((await overview(ground)).freeBikes).toBe(1)
  })

  it('shows the three who came farthest today, on all trails together', async (ground) => {
    const { stack, yard, ride, addSamples, finish, member } = ground
    const lake = await yard.addTrail('白鹭湖步道')
    const woods = await yard.addTrail('青松步道')
    for (const [user, meters] of Object.entries({ w1: 300, w2: 200, w3: 100, w4: 250 })) {
      await stack.addPerson(user)
      const token = await member(user)
      for (const trailId of user === 'w2' ? [lake, woods] : [lake]) {
        const { id } = await ride(token, await yard.addBike(trailId))
        await addSamples(token, id, [sample(0, { distanceMeters: meters + 0.4 })])
        await finish(token, id)
      }
    }
    expect((await overview(ground)).topThree).toEqual([
      { displayName: 'w2', distanceMeters: 401 },
      { displayName: 'w1', distanceMeters: 300 },
      { displayName: 'w4', distanceMeters: 250 },
    ])
    stack.advance(86_400_000)
    expect((await overview(ground)).topThree).toEqual([])
  })
})

import { expect } from 'vitest'
import { scanIntentMs } from '../../src/domain/trail/device.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { forEachGround } from '../support/ride-suite.ts'

const count = 50

forEachGround('A start', (it) => {
  it('of the same intent is the same ride, however often, at once, and when it is over', async (ground) => {
    const { stack, yard, scan, start, finish, current, member } = ground
    const token = await member()
    const { intentId } = (await scan(token, (await yard.addBike()).code)).body
    const answers = await Promise.all(Array.from({ length: 20 }, () => start(token, intentId)))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    const [{ body: ride } = { body: undefined }] = answers
    expect(ride).toMatchObject({ state: 'active', finishedAt: null, distanceMeters: 0, samplesThrough: 0 })
    expect((await current(token)).body.ride).toEqual(ride)
    stack.advance(scanIntentMs)
    expect((await start(token, intentId)).body).toEqual(ride)
    const { body: finished } = await finish(token, ride?.id ?? '')
    expect((await start(token, intentId)).body).toEqual(finished)
  })

  it('of the bike one rides already goes on with that ride', async ({ stack, yard, scan, start, ride, member }) => {
    const [token, bike] = [await member(), await yard.addBike()]
    const riding = await ride(token, bike)
    stack.advance(scanIntentMs)
    const { intentId } = (await scan(token, bike.code)).body
    expect((await start(token, intentId)).body).toEqual(riding)
  })

  it('of the same bike scanned again after a ride is the next ride', async ({ yard, ride, finish, list, member }) => {
    const [token, bike] = [await member(), await yard.addBike()]
    const rides = [await ride(token, bike)]
    for (let each = 0; each < 2; each++) {
      await finish(token, rides[0]?.id ?? '')
      rides.unshift(await ride(token, bike))
    }
    expect(rides[0]?.state).toBe('active')
    expect((await list(token)).body.rides.map(({ id }) => id)).toEqual(rides.map(({ id }) => id))
  })

  it('of a second bike is refused until the first is done with', async ({
    yard,
    scan,
    start,
    ride,
    finish,
    member,
  }) => {
    const token = await member()
    const { id } = await ride(token, await yard.addBike())
    const { intentId } = (await scan(token, (await yard.addBike()).code)).body
    expectProblem(await start(token, intentId), 409, 'ride.already_active')
    await finish(token, id)
    expect((await start(token, intentId)).status).toBe(200)
  })

  it('of a bike that was taken or withdrawn meanwhile is refused', async ({
    yard,
    scan,
    start,
    ride,
    finish,
    member,
  }) => {
    const [alice, bob, bike] = [await member('alice'), await member('bob'), await yard.addBike()]
    const { intentId } = (await scan(alice, bike.code)).body
    const { id } = await ride(bob, bike)
    expectProblem(await start(alice, intentId), 409, 'device.occupied')
    await finish(bob, id)
    await yard.revoke(bike)
    expectProblem(await start(alice, intentId), 410, 'device.revoked')
  })

  it('of one bike by many at once is one ride', async ({ stack, yard, scan, start, current, member }) => {
    const bike = await yard.addBike()
    const people = Array.from({ length: count }, (_, index) => `walker-${index}`)
    await Promise.all(people.map((id) => stack.addPerson(id)))
    const tokens = await Promise.all(people.map((user) => member(user)))
    const intents = await Promise.all(tokens.map((token) => scan(token, bike.code)))
    const answers = await Promise.all(tokens.map((token, index) => start(token, intents[index]?.body.intentId ?? '')))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(count - 1)
    for (const answer of refused) expectProblem(answer, 409, 'device.occupied')
    const riding = await Promise.all(tokens.map(async (token) => (await current(token)).body.ride))
    expect(riding.filter(Boolean)).toHaveLength(1)
  })

  it('of many bikes by one person at once is one ride', async ({ yard, scan, start, list, member }) => {
    const token = await member()
    const intents: string[] = []
    for (let each = 0; each < 10; each++) intents.push((await scan(token, (await yard.addBike()).code)).body.intentId)
    const answers = await Promise.all(intents.map((intentId) => start(token, intentId)))
    const refused = answers.filter(({ status }) => status !== 200)
    expect(refused).toHaveLength(9)
    for (const answer of refused) expectProblem(answer, 409, 'ride.already_active')
    expect((await list(token)).body.rides).toHaveLength(1)
  })
})

import { expect } from 'vitest'
import { scanIntentMs, silenceMs } from '../../src/domain/trail/device.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { forEachGround } from '../support/ride-suite.ts'

forEachGround('A scan', (it) => {
  it('is open to a guest and to a member, by scene and by link', async ({ stack, yard, scan, scanLink, member }) => {
    const bike = await yard.addBike()
    const { code, reportKey, ...device } = bike
    for (const token of [(await stack.becomeGuest()).token, await member()]) {
      const byScene = await scan(token, code)
      const inMs = Date.parse(byScene.body.expiresAt) - stack.clock.now().getTime()
      expect(byScene.status).toBe(200)
      expect(byScene.body.device).toEqual({ ...device, trailName: '青龙湖步道' })
      expect(inMs).toBeGreaterThan(scanIntentMs - 20_000)
      expect(inMs).toBeLessThanOrEqual(scanIntentMs)
      for (const q of [`https://trail.example/d/${code}`, `https://trail.example/d/${code}/?from=wall#3`]) {
        expect((await scanLink(token, q)).text).toBe(byScene.text)
      }
    }
  })

  it('of the same bike is the same intent, however often and at once', async ({ stack, yard, scan }) => {
    const [bike, other] = [await yard.addBike(), await yard.addBike()]
    const { token } = await stack.becomeGuest()
    const scans = await Promise.all(Array.from({ length: 20 }, () => scan(token, bike.code)))
    expect(new Set(scans.map(({ text }) => text)).size).toBe(1)
    expect((await scan(token, other.code)).body.intentId).not.toBe(scans[0]?.body.intentId)
    stack.advance(scanIntentMs - 60_000)
    const again = await scan(token, bike.code)
    expect(again.body.intentId).toBe(scans[0]?.body.intentId)
    expect(Date.parse(again.body.expiresAt) - stack.clock.now().getTime()).toBeGreaterThan(scanIntentMs - 20_000)
    stack.advance(scanIntentMs)
    expect((await scan(token, bike.code)).body.intentId).not.toBe(scans[0]?.body.intentId)
  })

  it('says why a code is no good', async ({ stack, yard, scan, scanLink }) => {
    const { token } = await stack.becomeGuest()
    const bike = await yard.addBike()
    const forged = bike.code.slice(0, -1) + (bike.code.endsWith('0') ? '1' : '0')
    expectProblem(await scan(token, forged), 422, 'device.code_forged')
    expectProblem(await scan(token, yard.codeOf('N0B1KE00')), 404, 'device.unknown')
    for (const q of ['https://trail.example', 'https://trail.example/d/%E0%A4%A', 'mailto:bike', 'https://x/d/%00']) {
      expectProblem(await scanLink(token, q), 422, 'device.code_forged')
    }
    const renewed = await yard.renew(bike)
    expectProblem(await scan(token, bike.code), 410, 'device.code_expired')
    expect((await scan(token, renewed.code)).status).toBe(200)
    await yard.revoke(bike)
    expectProblem(await scan(token, renewed.code), 410, 'device.revoked')
  })

  it('matches the contract or is refused', async ({ stack, yard, scan }) => {
    const { token } = await stack.becomeGuest()
    const { code } = await yard.addBike()
    for (const body of [{}, { scene: code, q: `https://x/${code}` }, { scene: '步' }, { q: code }, { scene: [code] }]) {
      expectProblem(await stack.api('POST', '/v1/scans', { token, body }), 400, 'request.invalid')
    }
    expectProblem(await stack.api('POST', '/v1/scans', { body: { scene: code } }), 401, 'session.missing')
    expect((await scan(token, code)).status).toBe(200)
  })

  it('says that a bike fell silent, unless it never reports', async ({ stack, yard, scan, report }) => {
    const { token } = await stack.becomeGuest()
    const bike = await yard.addBike()
    stack.advance(silenceMs * 3)
    expect((await scan(token, bike.code)).status).toBe(200)
    await report(bike, { samples: [] })
    stack.advance(silenceMs - 60_000)
    expect((await scan(token, bike.code)).status).toBe(200)
    stack.advance(60_001)
    expectProblem(await scan(token, bike.code), 409, 'device.offline')
    await report(bike, { samples: [] })
    expect((await scan(token, bike.code)).status).toBe(200)
  })

  it('says that somebody else is riding, and not so to the rider', async ({
    stack,
    yard,
    scan,
    ride,
    finish,
    member,
  }) => {
    const bike = await yard.addBike()
    const [rider, { token }] = [await member(), await stack.becomeGuest()]
    const { id } = await ride(rider, bike)
    expectProblem(await scan(token, bike.code), 409, 'device.occupied')
    expect((await scan(rider, bike.code)).status).toBe(200)
    await finish(rider, id)
    expect((await scan(token, bike.code)).status).toBe(200)
  })

  it('of a bike that moved says where it stands, until its new label is scanned', async (ground) => {
    const { stack, yard, scan, ride, finish, list, member } = ground
    const [token, bike] = [await member(), await yard.addBike()]
    const { id } = await ride(token, bike)
    await finish(token, id)
    const moved = await yard.move(bike, await yard.addTrail('白鹭湖步道'))
    const refused = await scan(token, bike.code)
    expectProblem(refused, 410, 'device.other_trail')
    expect(refused.body).toMatchObject({ device: { number: bike.number, trailName: '白鹭湖步道' } })
    const renewed = await yard.renew(moved)
    expectProblem(await scan(token, moved.code), 410, 'device.code_expired')
    expectProblem(await scan(token, bike.code), 410, 'device.other_trail')
    expect((await scan(token, renewed.code)).body.device.trailName).toBe('白鹭湖步道')
    expect((await list(token)).body.rides[0]?.device).toMatchObject({ id: bike.id, trailName: '青龙湖步道' })
    expect(stack.log).not.toContain('白鹭湖步道')
  })

  it('that is refused says which bike it is about, wherever that is known', async (ground) => {
    const { stack, yard, scan, start, ride, report, member } = ground
    const bikes = [await yard.addBike(), await yard.addBike(), await yard.addBike(), await yard.addBike()] as const
    const [taken, silent, withdrawn, renewed] = bikes
    const [rider, { token }] = [await member('alice'), await stack.becomeGuest()]
    const bob = await member('bob')
    const { intentId } = (await scan(bob, taken.code)).body
    await report(silent, { samples: [] })
    stack.advance(silenceMs + 1000)
    await ride(rider, taken)
    await yard.revoke(withdrawn)
    await yard.renew(renewed)
    for (const bike of bikes) {
      expect((await scan(token, bike.code)).body).toMatchObject({
        device: { number: bike.number, trailName: '青龙湖步道' },
      })
    }
    expect((await start(bob, intentId)).body).toMatchObject({
      code: 'device.occupied',
      device: { number: taken.number },
    })
    expect((await scan(token, yard.codeOf('N0B1KE00'))).body).not.toHaveProperty('device')
  })
})

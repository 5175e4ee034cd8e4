import { expect } from 'vitest'
import { forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { sample } from '../support/riding.ts'

forEachAccountGround('An export', (it) => {
  it('holds all there is of the person, platform ids masked, and nobody else', async (ground) => {
    const { stack, yard } = ground
    const bike = await yard.addBike()
    const bob = await ground.member('bob', '大刘')
    const { riderId } = (await stack.userInfo(bob)).body
    const { token } = await stack.signIn({ user: 'alice', model: 'iPhone 15' })
    await stack.register(token, { nickname: '小林', entry: { kind: 'scan' } })
    await ground.bindPhone(token, await stack.phoneCode('alice'))
    const ridden = await ground.ride(token, bike)
    await ground.addSamples(token, ridden.id, [sample(0)])

    const { status, body, text } = await ground.exportAll(token)
    expect(status).toBe(200)
    expect(body.user).toEqual((await stack.userInfo(token)).body)
    expect(body).toMatchObject({
      registration: { entryKind: 'scan' },
      identities: [{ platform: 'weapp', subjectMasked: expect.stringMatching(/^o..\*\*\*..$/) }],
      consents: [{ withdrawnAt: null }, { withdrawnAt: null }],
      devices: [{ platform: 'weapp', model: 'iPhone 15' }],
      rides: [{ id: ridden.id, deviceId: bike.id, distanceMeters: 10, finishedAt: null }],
      scans: [{ deviceId: bike.id }],
      joins: [],
    })
    expect(body.standings).toContainEqual({ trailId: bike.trailId, period: 'all', distanceMeters: 10 })
    const { openid, unionid } = await stack.subject('alice')
    for (const secret of [openid, unionid, token, '13800000001', '大刘', riderId as string]) {
      expect(text).not.toContain(secret)
    }
  })

  it('lists more rides than a page holds', async (ground) => {
    const { stores } = ground.yard
    const token = await ground.member('alice')
    const bike = await ground.yard.addBike()
    const first = await ground.ride(token, bike)
    await ground.finish(token, first.id)
    await stores.store.write(function* () {
      const ride = yield* stores.rides.find(first.id)
      for (let index = 1; ride && index <= 1000; index++) {
        const id = `${first.id.slice(0, -4)}${String(index).padStart(4, '0')}`
        if (id !== first.id) yield* stores.rides.insert({ ...ride, id, intentId: id })
      }
    })
    expect((await ground.exportAll(token)).body.rides.length).toBeGreaterThan(999)
  })

  it('asks for a login of late', async ({ stack, member, exportAll }) => {
    const token = await member('alice')
    stack.advance(9 * 60_000)
    expect((await exportAll(token)).status).toBe(200)
    stack.advance(60_001)
    expectProblem(await exportAll(token), 403, 'session.fresh_login_required')
    expect((await exportAll((await stack.signIn()).token)).status).toBe(200)
  })
})

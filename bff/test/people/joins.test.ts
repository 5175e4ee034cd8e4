import { expect } from 'vitest'
import { forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { createPayloads } from '../support/payloads.ts'
import { sample } from '../support/riding.ts'

forEachAccountGround('Accounts', (it) => {
  it('of two apps are one from the first login, where the platform names both the same', async (ground) => {
    const phone = await ground.stack.signIn({ user: 'alice' })
    const web = await ground.onWeb('alice', true)
    const other = await ground.onWeb('bob', true)
    expect(web.principal.userId).toBe(phone.principal.userId)
    expect(other.principal.userId).not.toBe(phone.principal.userId)
  })

  it('are joined when the unionid comes late: the member stays, and everything is theirs', async (ground) => {
    const { stack, yard } = ground
    const guest = await ground.onWeb('alice', false)
    const bike = await yard.addBike()
    const { body: scan } = await ground.scan(guest.token, bike.code)
    const member = await ground.member('alice')
    const { userId } = (await stack.userInfo(member)).body
    expect(guest.principal.userId).not.toBe(userId)

    const late = await ground.onWeb('alice', true)
    expect(late.principal).toEqual({ kind: 'member', userId })
    expect((await stack.userInfo(guest.token)).body.userId).toBe(userId)
    expect((await ground.start(member, scan.intentId)).status).toBe(200)
    const joins = await yard.stores.store.read(() => yard.stores.unions.listJoins(userId))
    expect(joins).toMatchObject([{ joinedPersonId: guest.principal.userId, cause: 'unionid' }])
  })

  it('are joined once, however many logins tell it at once', async ({ stack, yard, onWeb }) => {
    const first = await stack.signIn({ user: 'alice' })
    await onWeb('alice', false)
    const late = await Promise.all(Array.from({ length: 10 }, () => onWeb('alice', true)))
    expect(new Set(late.map(({ principal }) => principal.userId))).toEqual(new Set([first.principal.userId]))
    for (const { token } of late) expect((await stack.userInfo(token)).status).toBe(200)
    const { store, unions } = yard.stores
    expect(await store.read(() => unions.listJoins(first.principal.userId))).toHaveLength(1)
  })

  it('take their session_key along, sealed for the one that stays', async (ground) => {
    const { stack, onWeb } = ground
    const { sendSteps } = createPayloads(stack)
    const phone = await stack.signIn({ user: 'alice' })
    const web = await onWeb('alice', false)
    await stack.register(web.token)
    await onWeb('alice', true)
    expect((await stack.userInfo(phone.token)).body.userId).toBe(web.principal.userId)
    const steps = await stack.weRun('alice')
    expect((await sendSteps(phone.token, { ...steps, keyEpoch: phone.keyEpoch as number })).status).toBe(200)
  })

  it('that are both registered are not touched, and the person is asked, from either side', async (ground) => {
    const { stack, onWeb, joinOffer } = ground
    const phone = await ground.member('alice', '小林')
    const web = await onWeb('alice', false)
    await stack.register(web.token, { nickname: '网页小林' })
    expect((await joinOffer(phone)).body).toEqual({ offer: null })

    const late = await onWeb('alice', true)
    expect(late.principal.userId).toBe(web.principal.userId)
    expect(late.user.joinOffered).toBe(true)
    expect((await stack.userInfo(phone)).body.joinOffered).toBe(true)
    const { offer } = (await joinOffer(phone)).body
    expect(offer).toMatchObject({
      own: { displayName: '小林', platforms: ['weapp'], rides: 0 },
      other: { displayName: '网页小林', platforms: ['h5'], rides: 0 },
    })
    expect((await joinOffer((await stack.signIn({ user: 'bob' })).token)).body).toEqual({ offer: null })
  })

  it('become one when the person wants it, and lose nothing', async (ground) => {
    const { stack, yard, onWeb, ride, report, finish } = ground
    const bike = await yard.addBike()
    const phone = await ground.member('alice', '小林')
    await ground.bindPhone(phone, await stack.phoneCode('alice'))
    const ridden = await ride(phone, bike)
    await report(bike, { rideId: ridden.id, samples: [sample(0)] })
    await finish(phone, ridden.id)
    const { token } = await onWeb('alice', false)
    const web = (await stack.register(token)).body
    const second = await ride(token, await yard.addBike())
    await ground.addSamples(token, second.id, [sample(0)])
    await onWeb('alice', true)

    const joined = await ground.decideJoin(token, true)
    expect(joined.body).toMatchObject({
      userId: web.userId,
      nickname: '小林',
      riderId: web.riderId,
      phoneMasked: '138******01',
      joinOffered: false,
    })
    expect((await stack.userInfo(phone)).body).toEqual(joined.body)
    expect((await ground.list(phone)).body.rides.map(({ id }) => id)).toEqual([second.id, ridden.id])
    expect((await ground.ranking(token, bike.trailId, 'all')).body.mine?.distanceMeters).toBe(20)
    expect((await ground.current(phone)).body.ride?.id).toBe(second.id)
    expect((await ground.decideJoin(token, true)).body).toEqual(joined.body)
    expect((await stack.signIn({ user: 'alice' })).principal.userId).toBe(web.userId)
  })

  it('stay apart when the person wants that, and are not asked again', async (ground) => {
    const { stack, onWeb, decideJoin, joinOffer } = ground
    const phone = await ground.member('alice')
    const { token } = await onWeb('alice', false)
    await stack.register(token)
    await onWeb('alice', true)
    expect((await decideJoin(token, false)).body.joinOffered).toBe(false)
    for (const each of [phone, token]) expect((await joinOffer(each)).body).toEqual({ offer: null })
    const again = await onWeb('alice', true)
    expect(again.user.joinOffered).toBe(false)
    expect(again.principal.userId).not.toBe((await stack.userInfo(phone)).body.userId)
  })

  it('are joined by who has logged in of late only', async ({ stack, onWeb, decideJoin, member }) => {
    await member('alice')
    const { token } = await onWeb('alice', false)
    await stack.register(token)
    await onWeb('alice', true)
    stack.advance(10 * 60_000 + 1)
    expectProblem(await decideJoin(token, true), 403, 'session.fresh_login_required')
  })
})

import { expect } from 'vitest'
import { forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { randomId } from '../support/journeys.ts'

forEachAccountGround('An erased account', (it) => {
  it('is dead on every device at once, and the same openid is somebody new', async (ground) => {
    const { stack } = ground
    const [own, other] = [await stack.signIn(), await stack.signIn()]
    await stack.register(own.token)
    const { avatarUrl } = (await ground.saveAvatar(own.token)).body
    expect((await ground.erase(own.token)).status).toBe(204)
    for (const { token } of [own, other]) expectProblem(await stack.userInfo(token), 401, 'session.expired')
    expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(404)

    const again = await stack.signIn()
    expect(again.user).toMatchObject({ registered: false, nickname: null, consents: [] })
    expect(again.principal.userId).not.toBe(own.principal.userId)
  })

  it('gives its bike back, and its nickname and rides to no ranking', async (ground) => {
    const bike = await ground.yard.addBike()
    const token = await ground.member('alice')
    await ground.ride(token, bike)
    await ground.erase(token)
    const bob = await ground.member('bob')
    expect(await ground.ride(bob, bike)).toMatchObject({ state: 'active' })
    expect((await ground.ranking(bob, bike.trailId, 'all')).body.rows).toEqual([])
  })

  it('is not brought back by the answer of its login', async ({ stack, erase }) => {
    const request = { code: await stack.code(), nonce: randomId(), deviceId: randomId() }
    const { token } = await stack.signIn(request)
    await erase(token)
    expectProblem(await stack.login(request), 409, 'login.code_spent')
  })

  it('leaves a record that names nobody, for as long as a backup may hold it', async ({ stack, yard, erase }) => {
    const { token, principal } = await stack.signIn()
    await erase(token)
    const { store, erasures, people } = yard.stores
    await stack.context.eraser.erase(principal.userId, 'platform')
    expect(await store.read(() => people.find(principal.userId))).toBeUndefined()
    const rows = await store.read(function* () {
      return yield* erasures.list()
    })
    expect(rows).toMatchObject([{ cause: 'person' }])
    expect(JSON.stringify(rows)).not.toContain(principal.userId)
    stack.advance(181 * 86_400_000)
    await stack.context.housekeeping.sweep()
    expect(await store.read(() => erasures.list())).toEqual([])
  })

  it('leaves a record of each account that was ever joined to it, which a backup may hold apart', async (ground) => {
    const { stack, yard, onWeb, erase } = ground
    const web = await onWeb('alice', false)
    const token = await ground.member('alice')
    await onWeb('alice', true)
    const { userId } = (await stack.userInfo(token)).body
    await erase(token)
    const { store, audit, erasures } = yard.stores
    const hashes = [userId, web.principal.userId].map(stack.context.tokens.hashPerson)
    const rows = await store.read(() => erasures.list())
    expect(new Set(rows.map(({ personHash }) => personHash))).toEqual(new Set(hashes))
    const events = await store.read(() => audit.list({ limit: 9, action: 'user.erase' }))
    expect(new Set(events.map(({ target }) => target))).toEqual(new Set(hashes.map((hash) => `person:${hash}`)))
  })

  it('is not said to be one that was joined to another meanwhile', async (ground) => {
    const { stack, onWeb } = ground
    const phone = await ground.member('alice', '小林')
    const web = await onWeb('alice', false)
    await stack.register(web.token)
    const asking = await stack.context.sessions.resolve(phone)
    await ground.decideJoin((await onWeb('alice', true)).token, true)
    await expect(stack.context.eraser.eraseCaller(asking)).rejects.toMatchObject({ code: 'session.expired' })
    expect((await stack.userInfo(phone)).body).toMatchObject({ userId: web.principal.userId, registered: true })
  })

  it('of a guest whom no platform named leaves no record at all, unless an operator erases it', async (ground) => {
    const { stack, yard, erase } = ground
    const [guest, other] = [await stack.becomeGuest(), await stack.becomeGuest()]
    const { store, audit, erasures, people } = yard.stores
    const before = await store.read(() => audit.list({ limit: 50 }))
    expect((await erase(guest.token)).status).toBe(204)
    expect(await store.read(() => people.find(guest.principal.userId))).toBeUndefined()
    expectProblem(await stack.userInfo(guest.token), 401, 'session.expired')
    expect(await store.read(() => erasures.list())).toEqual([])
    expect(await store.read(() => audit.list({ limit: 50 }))).toEqual(before)
    await stack.context.eraser.erase(other.principal.userId, 'operator', 'operator:test')
    expect(await store.read(() => erasures.list())).toMatchObject([{ cause: 'operator' }])
  })

  it('asks for a login of late', async ({ stack, member, erase }) => {
    const token = await member('alice')
    stack.advance(10 * 60_000 + 1)
    expectProblem(await erase(token), 403, 'session.fresh_login_required')
    expect((await stack.userInfo(token)).status).toBe(200)
  })
})

import { getUserInfo, type UserInfo } from '@trailpass/shared'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, type Phone, rememberAlice } from '../../../test/phone'
import { LoginCredentialError } from '../../lib/fault'

const login = 'POST /v1/session'
const userinfo = 'GET /v1/userinfo'

let bff: FakeBff
let phone: Phone

beforeEach(() => {
  bff = createFakeBff()
  phone = createPhone(bff)
})

describe('the first start', () => {
  it('knows nothing, then signs in with one code for however many callers', async () => {
    const { state, api } = phone.coldStart()
    expect(state()).toMatchObject({ phase: 'starting', user: null, degraded: false, fault: null })
    await Promise.all([
      state().start(),
      state().start(),
      state().wake(),
      state().signIn(),
      ...Array.from({ length: 20 }, () => api.call(getUserInfo)),
    ])
    expect(phone.wxLogins).toBe(1)
    expect(bff.logins).toHaveLength(1)
    expect(state()).toMatchObject({ phase: 'ready', user: { userId: 'u1' }, degraded: false, fault: null })
  })

  it('sends a nonce of its own with each code, and the same device each time', async () => {
    bff.disturb(login, 'login.code_rejected')
    await phone.coldStart().state().start()
    bff.expireSessions()
    await phone.coldStart().state().start()
    const [first, second] = bff.logins
    expect(first?.nonce).toMatch(/^[A-Za-z0-9_-]{22,64}$/)
    expect(second?.nonce).not.toBe(first?.nonce)
    expect(first?.deviceId).toMatch(/^[A-Za-z0-9_-]{22,64}$/)
    expect(second?.deviceId).toBe(first?.deviceId)
  })
})

describe('a refresh', () => {
  it('takes over what happened to this person elsewhere', async () => {
    const userId = await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    await state().start()
    bff.register(userId, '大林')
    await state().refresh()
    expect(state().user?.nickname).toBe('大林')
    expect(phone.wxLogins).toBe(0)
  })

  it('follows an account that was joined to another', async () => {
    const userId = await rememberAlice(bff, phone)
    const other = await createPhone(bff).coldStart()
    bff.identityOf = () => 'alice on the web'
    await other.state().start()
    const into = bff.register(other.state().user?.userId ?? '', '小林').userId
    bff.join(userId, into)

    const { state, access } = phone.coldStart()
    await state().start()
    expect(state().user?.userId).toBe(into)
    expect(access.speaksFor(into)).toBe(true)
    expect(phone.coldStart().state().user?.userId).toBe(into)
  })

  it('asks who somebody is when an answer speaks of another', async () => {
    const userId = await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    await state().start()
    const late = { ...(state().user as UserInfo), userId: 'who held this phone before' }
    state().setUser(late)
    await vi.waitUntil(() => bff.log.filter((line) => line === userinfo).length === 2, 10_000)
    expect(state().user?.userId).toBe(userId)
  })

  it('signs nobody in', async () => {
    await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    await state().signOut()
    await state().refresh()
    expect(state()).toMatchObject({ phase: 'signed-out', user: null })
    expect(phone.wxLogins).toBe(0)
  })
})

describe('a cold start with a live session', () => {
  it('shows the stored person before any answer and calls no wx.login', async () => {
    await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    expect(state()).toMatchObject({ phase: 'ready', user: { nickname: '小林' } })
    await state().start()
    expect(phone.wxLogins).toBe(0)
    expect(bff.log).toEqual([userinfo])
  })

  it('takes over what changed meanwhile', async () => {
    const userId = await rememberAlice(bff, phone)
    bff.register(userId, '大林')
    const { state } = phone.coldStart()
    await state().start()
    expect(state().user?.nickname).toBe('大林')
    expect(phone.coldStart().state().user?.nickname).toBe('大林')
  })

  it('stays as it was while the server is out of reach, and catches up on a later show', async () => {
    await rememberAlice(bff, phone)
    bff.break(userinfo, 'unreachable')
    const { state } = phone.coldStart()
    await state().start()
    expect(state()).toMatchObject({ user: { nickname: '小林' }, fault: 'network' })
    bff.break(userinfo, undefined)
    phone.nowMs += 5_000
    await state().wake()
    expect(state()).toMatchObject({ user: { nickname: '小林' }, fault: null })
    expect(phone.wxLogins).toBe(0)
  })

  it('signs in again when the session has expired, with the name on screen all the while', async () => {
    await rememberAlice(bff, phone)
    bff.expireSessions()
    const { state, store } = phone.coldStart()
    const names = new Set<string | null | undefined>()
    store.subscribe(({ user }) => names.add(user?.nickname))
    await state().start()
    expect(names).toEqual(new Set(['小林']))
    expect(phone.wxLogins).toBe(1)
    expect(state()).toMatchObject({ user: { nickname: '小林' }, fault: null })
  })

  it('asks the platform about its session_key once when the server wants that', async () => {
    bff.checkSession = true
    await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    await Promise.all([state().start(), state().start()])
    await state().wake()
    expect([phone.checks, phone.wxLogins]).toEqual([1, 0])
  })

  it('signs in when that session_key is gone', async () => {
    bff.checkSession = true
    await rememberAlice(bff, phone)
    phone.sessionKeyAlive = false
    await phone.coldStart().state().start()
    expect([phone.checks, phone.wxLogins]).toEqual([1, 1])
  })

  it('keeps its session when that sign-in does not come off', async () => {
    bff.checkSession = true
    await rememberAlice(bff, phone)
    phone.sessionKeyAlive = false
    phone.obtain = async () => {
      throw new LoginCredentialError('login.failed')
    }
    const { state, access } = phone.coldStart()
    await state().start()
    expect(bff.isAlive(access.token())).toBe(true)
    expect(bff.log).toEqual([])
    expect(state()).toMatchObject({ user: { nickname: '小林' }, fault: 'login.failed' })
  })
})

describe('a user that arrives', () => {
  it('is not taken over for somebody else', async () => {
    await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    const alice = state().user
    if (alice === null) throw new Error('nobody')
    state().setUser({ ...alice, userId: 'u9', nickname: 'bob' })
    expect(state().user).toBe(alice)
  })
})

describe('storage', () => {
  const key = 'trailpass.session'

  it.each([
    'not json',
    'null',
    '{}',
    '{"version":1}',
    '{"version":1,"record":{"kind":"session","token":7,"user":{}}}',
    '{"version":1,"record":{"kind":"session","token":"T","user":null}}',
    '{"version":1,"record":{"kind":"other"}}',
    '{"version":99,"record":{"kind":"signed-out"}}',
  ])('corrupted as %s starts afresh', async (text) => {
    phone.storage.write(key, text)
    const { state } = phone.coldStart()
    expect(state().phase).toBe('starting')
    await state().start()
    expect(state()).toMatchObject({ phase: 'ready', user: { userId: 'u1' } })
  })

  it('holds token and person in one value', async () => {
    await rememberAlice(bff, phone)
    expect([...phone.storage.texts.keys()].sort()).toEqual(['trailpass.device', key])
    expect(JSON.parse(phone.storage.texts.get(key) ?? '')).toMatchObject({
      version: 1,
      record: { kind: 'session', token: expect.any(String), user: { nickname: '小林' } },
    })
  })

  it('with a broken device id makes another', async () => {
    phone.storage.write('trailpass.device', 'short')
    await phone.coldStart().state().start()
    expect(bff.logins[0]?.deviceId).not.toBe('short')
  })
})

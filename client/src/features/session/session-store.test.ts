import { getUserInfo } from '@trailpass/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone } from '../../../test/phone'
import { LoginCredentialError } from '../../lib/fault'

const login = 'POST /v1/session'
const guest = 'POST /v1/session/guest'
const end = 'DELETE /v1/session'
const userinfo = 'GET /v1/userinfo'

let bff: FakeBff
let phone: ReturnType<typeof createPhone>

beforeEach(() => {
  bff = createFakeBff()
  phone = createPhone(bff)
})

/** Alice is registered, and her phone remembers her. */
async function aliceWasHere() {
  const { state } = phone.coldStart()
  await state().start()
  const userId = state().user?.userId ?? ''
  state().setUser(bff.register(userId, '小林'))
  bff.log.length = 0
  phone.wxLogins = 0
  return userId
}

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

describe('a cold start with a live session', () => {
  it('shows the stored person before any answer and calls no wx.login', async () => {
    await aliceWasHere()
    const { state } = phone.coldStart()
    expect(state()).toMatchObject({ phase: 'ready', user: { nickname: '小林' } })
    await state().start()
    expect(phone.wxLogins).toBe(0)
    expect(bff.log).toEqual([userinfo])
  })

  it('takes over what changed meanwhile', async () => {
    const userId = await aliceWasHere()
    bff.register(userId, '大林')
    const { state } = phone.coldStart()
    await state().start()
    expect(state().user?.nickname).toBe('大林')
    expect(phone.coldStart().state().user?.nickname).toBe('大林')
  })

  it('stays as it was while the server is out of reach, and catches up on a later show', async () => {
    await aliceWasHere()
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
    await aliceWasHere()
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
    await aliceWasHere()
    const { state } = phone.coldStart()
    await Promise.all([state().start(), state().start()])
    await state().wake()
    expect([phone.checks, phone.wxLogins]).toEqual([1, 0])
  })

  it('signs in when that session_key is gone', async () => {
    bff.checkSession = true
    await aliceWasHere()
    phone.sessionKeyAlive = false
    await phone.coldStart().state().start()
    expect([phone.checks, phone.wxLogins]).toEqual([1, 1])
  })

  it('keeps its session when that sign-in does not come off', async () => {
    bff.checkSession = true
    await aliceWasHere()
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

describe('a code', () => {
  it.each(['login.code_rejected', 'login.code_spent'] as const)('refused with %s is replaced once', async (code) => {
    bff.disturb(login, code)
    const { state } = phone.coldStart()
    await state().start()
    expect(phone.wxLogins).toBe(2)
    expect(state()).toMatchObject({ user: { userId: 'u1' }, fault: null })
  })

  it('refused twice ends in words and a guest', async () => {
    bff.break(login, 'login.code_rejected')
    const { state } = phone.coldStart()
    await state().start()
    expect(phone.wxLogins).toBe(2)
    expect(bff.log).toEqual([login, login, guest])
    expect(state()).toMatchObject({ phase: 'ready', user: { registered: false }, fault: 'login.code_rejected' })
  })

  it('whose answer is lost is sent again with its nonce, and the ledger answers the same session', async () => {
    bff.disturb(login, 'lost answer', 'timeout')
    const { state, access } = phone.coldStart()
    await state().start()
    expect(new Set(bff.logins.map(({ code, nonce }) => `${code} ${nonce}`)).size).toBe(1)
    expect(bff.logins).toHaveLength(3)
    expect(phone.pauses).toEqual([400, 1_600])
    expect(bff.isAlive(access.token())).toBe(true)
    expect(state().user?.userId).toBe('u1')
  })

  it('is sent three times at most', async () => {
    bff.break(login, 'unreachable')
    const { state } = phone.coldStart()
    await state().start()
    expect(bff.log).toEqual([login, login, login])
    expect(state()).toMatchObject({ phase: 'ready', user: null, fault: 'network' })
  })
})

describe('a guest', () => {
  it('is what somebody becomes whose wx.login fails', async () => {
    phone.obtain = async () => {
      throw new LoginCredentialError('login.failed')
    }
    const { state } = phone.coldStart()
    await state().start()
    expect(bff.log).toEqual([guest])
    expect(state()).toMatchObject({ phase: 'ready', user: { userId: 'u1' }, degraded: false, fault: 'login.failed' })
  })

  it('of this phone only when the server cannot make one either', async () => {
    phone.obtain = async () => {
      throw new LoginCredentialError('login.failed')
    }
    bff.break(guest, 'unreachable')
    const { state } = phone.coldStart()
    await state().start()
    expect(state()).toMatchObject({ phase: 'ready', user: null, fault: 'login.failed' })
  })

  it.each(['storage.unavailable', 'client.upgrade_required'] as const)('is not asked for after %s', async (code) => {
    bff.break(login, code)
    const { state } = phone.coldStart()
    await state().start()
    expect(bff.log).toEqual([login])
    expect(state()).toMatchObject({ phase: 'ready', user: null, fault: code })
  })

  it('is made once, however often the login fails', async () => {
    bff.break(login, 'account.blocked')
    const { state } = phone.coldStart()
    await state().start()
    phone.nowMs += 5_000
    await state().wake()
    expect(bff.log).toEqual([login, guest, login])
    expect(state()).toMatchObject({ user: { userId: 'u1' }, fault: 'account.blocked' })
  })

  it('hands over the token, so that what was done stays with the person', async () => {
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    expect(state()).toMatchObject({ user: { userId: 'u1' }, degraded: true, fault: 'identity_provider.unavailable' })
    bff.platformUp = true
    phone.nowMs += 5_000
    await state().wake()
    expect(bff.logins[1]?.guestToken).toMatch(/^T/)
    expect(state()).toMatchObject({ user: { userId: 'u1' }, degraded: false, fault: null })
  })

  it('is signed in at the next cold start', async () => {
    bff.platformUp = false
    await phone.coldStart().state().start()
    bff.platformUp = true
    const { state } = phone.coldStart()
    await state().start()
    expect(phone.wxLogins).toBe(2)
    expect(state()).toMatchObject({ user: { userId: 'u1' }, degraded: false, fault: null })
  })
})

describe('a platform that does not answer', () => {
  it('leaves the name of a returning person on screen', async () => {
    await aliceWasHere()
    bff.expireSessions()
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    expect(state()).toMatchObject({ user: { nickname: '小林' }, degraded: true })
    expect(phone.coldStart().state().user?.nickname).toBe('小林')
  })

  it('is asked again on show, waiting longer each time', async () => {
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    const loginsAt: number[] = []
    for (let second = 1; second <= 40; second += 1) {
      phone.nowMs = second * 1_000
      const before = bff.logins.length
      await state().wake()
      if (bff.logins.length > before) loginsAt.push(second)
    }
    expect(loginsAt).toEqual([5, 15, 35])
  })

  it('is asked at once when the person asks', async () => {
    bff.platformUp = false
    const { state } = phone.coldStart()
    await state().start()
    bff.platformUp = true
    await state().signIn()
    expect(state()).toMatchObject({ degraded: false, fault: null })
  })
})

describe('signing out', () => {
  it('ends the session at the server and is remembered', async () => {
    await aliceWasHere()
    const { state, access } = phone.coldStart()
    const token = access.token()
    await state().signOut()
    expect(bff.isAlive(token)).toBe(false)
    expect(state()).toMatchObject({ phase: 'signed-out', user: null })

    const next = phone.coldStart()
    expect(next.state()).toMatchObject({ phase: 'signed-out', user: null })
    await next.state().start()
    await next.state().wake()
    expect(bff.log).toEqual([end])
    expect(phone.wxLogins).toBe(0)
  })

  it('keeps calls from signing in again', async () => {
    await aliceWasHere()
    const { state, api } = phone.coldStart()
    await state().signOut()
    await expect(api.call(getUserInfo)).rejects.toMatchObject({ code: 'session.missing' })
    expect(phone.wxLogins).toBe(0)
  })

  it('tells the server later when it is out of reach', async () => {
    await aliceWasHere()
    bff.disturb(end, 'unreachable')
    const { state, access } = phone.coldStart()
    const token = access.token()
    await state().signOut()
    expect(bff.isAlive(token)).toBe(true)
    await phone.coldStart().state().start()
    expect(bff.isAlive(token)).toBe(false)
    await phone.coldStart().state().start()
    expect(bff.log).toEqual([end, end])
  })

  it('holds against a login that was under way, whose session is ended', async () => {
    const { state } = phone.coldStart()
    const starting = state().start()
    const signedOut = state().signOut()
    await Promise.all([starting, signedOut])
    expect(state()).toMatchObject({ phase: 'signed-out', user: null })
    expect(bff.log).toEqual([login, end])
  })

  it('is over when the person signs in', async () => {
    const userId = await aliceWasHere()
    const { state } = phone.coldStart()
    await state().signOut()
    const signingIn = state().signIn()
    expect(state().phase).toBe('starting')
    await signingIn
    expect(state()).toMatchObject({ phase: 'ready', user: { userId, nickname: '小林' } })
    expect(phone.coldStart().state().user?.nickname).toBe('小林')
  })
})

describe('a user that arrives', () => {
  it('is not taken over for somebody else', async () => {
    await aliceWasHere()
    const { state } = phone.coldStart()
    const alice = state().user
    if (alice === null) throw new Error('nobody')
    state().setUser({ ...alice, userId: 'u9', nickname: 'bob' })
    expect(state().user).toBe(alice)
  })
})

describe('identity', () => {
  it('is there without a login for an identified person', async () => {
    await aliceWasHere()
    await expect(phone.coldStart().ensureIdentity()).resolves.toBe(true)
    expect(phone.wxLogins).toBe(0)
  })

  it('is got by logging in otherwise', async () => {
    bff.platformUp = false
    const { state, ensureIdentity } = phone.coldStart()
    await state().start()
    bff.platformUp = true
    await expect(ensureIdentity()).resolves.toBe(true)
  })

  it('is missing while the platform does not answer', async () => {
    bff.platformUp = false
    await expect(phone.coldStart().ensureIdentity()).resolves.toBe(false)
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
    await aliceWasHere()
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

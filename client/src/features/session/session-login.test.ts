import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, type Phone, rememberAlice } from '../../../test/phone'
import { LoginCredentialError } from '../../lib/fault'

const login = 'POST /v1/session'
const guest = 'POST /v1/session/guest'

let bff: FakeBff
let phone: Phone

afterEach(() => void vi.unstubAllEnvs())

beforeEach(() => {
  bff = createFakeBff()
  phone = createPhone(bff)
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

  it('that the network lost is sent again later in a browser, where another one would cost the page', async () => {
    vi.stubEnv('TARO_ENV', 'h5')
    bff.disturb(login, 'lost answer', 'unreachable', 'timeout')
    const { state, access } = phone.coldStart()
    await state().start()
    expect(state().fault).toBe('timeout')
    await state().wake({ isOnline: true })
    expect(phone.wxLogins).toBe(1)
    expect(new Set(bff.logins.map(({ code, nonce }) => `${code} ${nonce}`)).size).toBe(1)
    expect(bff.isIdentified(access.token())).toBe(true)
    await state().signOut()
    await state().signIn()
    expect(phone.wxLogins).toBe(2)
  })

  it.each([
    ['login.code_spent', 2],
    ['account.blocked', 2],
    ['storage.unavailable', 1],
    ['rate_limit.exceeded', 1],
  ] as const)('that failed with %s in a browser leads to a login by %i codes', async (code, codes) => {
    vi.stubEnv('TARO_ENV', 'h5')
    bff.disturb(login, code)
    const { state, access } = phone.coldStart()
    await state().start()
    await state().signIn()
    expect(phone.wxLogins).toBe(codes)
    expect(bff.isIdentified(access.token())).toBe(true)
  })

  it('is sent three times at most', async () => {
    bff.break(login, 'unreachable')
    const { state } = phone.coldStart()
    await state().start()
    expect(bff.log).toEqual([login, login, login])
    expect(state()).toMatchObject({ phase: 'ready', user: null, fault: 'network' })
  })
})

describe('the time of a login', () => {
  const takes = (ms: number) => async () => {
    phone.nowMs += ms
    return `code-${phone.nowMs}`
  }

  it('is told with it: what the platform took, and what came before', async () => {
    phone.obtain = takes(180)
    bff.disturb(login, 'login.code_rejected')
    await phone.coldStart().state().start()
    expect(bff.logins).toMatchObject([{ codeMs: 180, earlierMs: 180 }])
  })

  it('counts what was lost of a login that is sent again', async () => {
    phone.obtain = takes(180)
    bff.disturb(login, 'lost answer')
    const resendAt = phone.pauses.push.bind(phone.pauses)
    phone.pauses.push = (ms) => {
      phone.nowMs += ms
      return resendAt(ms)
    }
    await phone.coldStart().state().start()
    expect(bff.logins).toMatchObject([
      { codeMs: 180, earlierMs: 0 },
      { codeMs: 180, earlierMs: 400 },
    ])
  })

  it('stays within what the server takes, whatever the clock of the phone does meanwhile', async () => {
    phone.obtain = takes(-3_600_000)
    bff.disturb(login, 'login.code_rejected')
    await phone.coldStart().state().start()
    phone.obtain = takes(7_200_000)
    bff.expireSessions()
    await phone.coldStart().state().start()
    expect(bff.logins).toMatchObject([
      { codeMs: 0, earlierMs: 0 },
      { codeMs: 600_000, earlierMs: 0 },
    ])
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
    await state().signIn()
    expect(bff.log).toEqual([login, guest, login])
    expect(state()).toMatchObject({ user: { userId: 'u1' }, fault: 'account.blocked' })
  })

  it.each(['account.blocked', 'app.unknown', 'client.upgrade_required'] as const)(
    'after %s tries again only when the person asks',
    async (code) => {
      bff.break(login, code)
      const { state } = phone.coldStart()
      await state().start()
      phone.nowMs += 600_000
      await state().wake()
      expect(bff.log.filter((operation) => operation === login)).toHaveLength(1)
      bff.break(login, undefined)
      await state().signIn()
      expect(state().fault).toBeNull()
    },
  )

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

describe('identity', () => {
  it('is there without a login for an identified person', async () => {
    await rememberAlice(bff, phone)
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

  it('that the server does not know is got by logging in again', async () => {
    await rememberAlice(bff, phone)
    await expect(phone.coldStart().ensureIdentity({ refused: true })).resolves.toBe(true)
    expect(phone.wxLogins).toBe(1)
  })

  it('is missing while the platform does not answer', async () => {
    bff.platformUp = false
    await expect(phone.coldStart().ensureIdentity()).resolves.toBe(false)
  })
})

describe('a login of late', () => {
  it('replaces the session that there is, in the same account', async () => {
    await rememberAlice(bff, phone)
    const { state, access, logInFresh } = phone.coldStart()
    await state().start()
    const before = access.token()
    await expect(logInFresh()).resolves.toBe(true)
    expect(access.token()).not.toBe(before)
    expect(state().user?.registered).toBe(true)
  })

  it('that does not come off leaves the session as it is', async () => {
    await rememberAlice(bff, phone)
    const { state, access, logInFresh } = phone.coldStart()
    await state().start()
    const before = access.token()
    bff.break(login, 'storage.unavailable')
    await expect(logInFresh()).resolves.toBe(false)
    expect(access.token()).toBe(before)
  })
})

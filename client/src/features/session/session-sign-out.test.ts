import { getUserInfo } from '@trailpass/shared'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, type Phone, rememberAlice } from '../../../test/phone'

const login = 'POST /v1/session'
const end = 'DELETE /v1/session'

let bff: FakeBff
let phone: Phone

beforeEach(() => {
  bff = createFakeBff()
  phone = createPhone(bff)
})

describe('signing out', () => {
  it('ends the session at the server and is remembered', async () => {
    await rememberAlice(bff, phone)
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
    await rememberAlice(bff, phone)
    const { state, api } = phone.coldStart()
    await state().signOut()
    await expect(api.call(getUserInfo)).rejects.toMatchObject({ code: 'session.missing' })
    expect(phone.wxLogins).toBe(0)
  })

  it.each([
    ['is out of reach', 'unreachable'],
    ['asks to come back', 'rate_limit.exceeded'],
  ] as const)('tells the server later when it %s', async (_, how) => {
    await rememberAlice(bff, phone)
    bff.disturb(end, how)
    const { state, access } = phone.coldStart()
    const token = access.token()
    await state().signOut()
    expect(bff.isAlive(token)).toBe(true)
    await phone.coldStart().state().start()
    expect(bff.isAlive(token)).toBe(false)
    await phone.coldStart().state().start()
    expect(bff.log).toEqual([end, end])
  })

  it('that the server was not told of is told before anybody signs in', async () => {
    await rememberAlice(bff, phone)
    bff.disturb(end, 'unreachable')
    const { state, access } = phone.coldStart()
    const token = access.token()
    await state().signOut()
    await state().signIn()
    expect(bff.log.slice(-3)).toEqual([end, end, login])
    expect(bff.isAlive(token)).toBe(false)
  })

  it('holds against a sign-in that was still waiting for the sign-out before it', async () => {
    await rememberAlice(bff, phone)
    const { state, access } = phone.coldStart()
    const token = access.token()
    bff.disturb(end, 'unreachable', 'unreachable', 'unreachable')
    await state().signOut()
    await Promise.all([state().signIn(), state().signOut()])
    expect(state()).toMatchObject({ phase: 'signed-out', user: null })
    expect(bff.log).not.toContain(login)
    // The server is still to be told of the first one.
    await phone.coldStart().state().start()
    expect(bff.isAlive(token)).toBe(false)
  })

  it('holds against a login that was under way, whose session is ended', async () => {
    const { state } = phone.coldStart()
    const starting = state().start()
    const signedOut = state().signOut()
    await Promise.all([starting, signedOut])
    expect(state()).toMatchObject({ phase: 'signed-out', user: null })
    expect(bff.log).toEqual([login, end])
  })

  it('is waited for by the next login, so that the one left behind ends no newer session', async () => {
    const { state, access } = phone.coldStart()
    const starting = state().start()
    const signedOut = state().signOut()
    await Promise.all([starting, signedOut, state().signIn()])
    expect(bff.log).toEqual([login, end, login])
    expect(bff.isIdentified(access.token())).toBe(true)
  })

  it('lets a login that is under way take no further code', async () => {
    bff.break(login, 'login.code_rejected')
    const { state } = phone.coldStart()
    await Promise.all([state().start(), state().signOut()])
    expect(phone.wxLogins).toBe(1)
    expect(state()).toMatchObject({ phase: 'signed-out', fault: null })
  })

  it.each([true, false])('holds while a cold start asks after the session_key, which lives: %s', async (isAlive) => {
    bff.checkSession = true
    await rememberAlice(bff, phone)
    phone.sessionKeyAlive = isAlive
    const { state } = phone.coldStart()
    await Promise.all([state().start(), state().signOut()])
    expect(phone.checks).toBe(1)
    expect(bff.log).toEqual([end])
    expect(phone.wxLogins).toBe(0)
    expect(state()).toMatchObject({ phase: 'signed-out', user: null, fault: null })
  })

  it('follows an erasure, during which nothing logs in again: that would make a new account', async () => {
    await rememberAlice(bff, phone)
    const { state, api, signOutAfter } = phone.coldStart()
    await signOutAfter(async () => {
      bff.expireSessions()
      await expect(api.call(getUserInfo)).rejects.toMatchObject({ code: 'session.expired' })
    })
    expect(state()).toMatchObject({ phase: 'signed-out', user: null })
    expect(bff.log).not.toContain(login)
  })

  it('does not follow an erasure that failed, after which a session is renewed again', async () => {
    const userId = await rememberAlice(bff, phone)
    const { state, api, signOutAfter } = phone.coldStart()
    const failed = signOutAfter(() => Promise.reject(new Error('refused')))
    await expect(failed).rejects.toThrow('refused')
    bff.expireSessions()
    expect(await api.call(getUserInfo)).toMatchObject({ userId })
    expect(state().phase).toBe('ready')
  })

  it('is over when the person signs in', async () => {
    const userId = await rememberAlice(bff, phone)
    const { state } = phone.coldStart()
    await state().signOut()
    const signingIn = state().signIn()
    expect(state().phase).toBe('starting')
    await signingIn
    expect(state()).toMatchObject({ phase: 'ready', user: { userId, nickname: '小林' } })
    expect(phone.coldStart().state().user?.nickname).toBe('小林')
  })
})

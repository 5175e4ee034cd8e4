import type { LoginResponse } from '@trailpass/shared'
import * as fc from 'fast-check'
import Koa from 'koa'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { wildText } from '../../test/support/wild-text.ts'
import { clearSessionCookie, moveTokenToCookie, readSessionCookie } from './session-cookie.ts'

const answer = { token: 'token-1', expiresAt: '2026-10-02T00:00:00.000Z' } as LoginResponse

// 90 days later it is the first of December.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 8, 2) }))
afterEach(() => void vi.useRealTimers())

function createContext(cookie = '') {
  const headers: Record<string, string | string[]> = {}
  const request = { headers: { cookie }, socket: {} }
  const response = {
    getHeader: (name: string) => headers[name.toLowerCase()],
    setHeader: (name: string, value: string | string[]) => {
      headers[name.toLowerCase()] = value
    },
  }
  const ctx = new Koa().createContext(request as never, response as never)
  return { ctx, setCookie: () => headers['set-cookie'] }
}

it('takes the token out of the answer and puts it into a cookie that no script reads', () => {
  const { ctx, setCookie } = createContext()
  expect(moveTokenToCookie(ctx, answer, { secure: false })).toEqual({ ...answer, token: null })
  expect(setCookie()).toEqual([
    'trailpass=token-1; path=/; expires=Tue, 01 Dec 2026 00:00:00 GMT; samesite=lax; httponly',
  ])
})

it('binds the cookie to its host and to https where there is https', () => {
  const { ctx, setCookie } = createContext()
  moveTokenToCookie(ctx, answer, { secure: true })
  expect(setCookie()).toEqual([
    '__Host-trailpass=token-1; path=/; expires=Tue, 01 Dec 2026 00:00:00 GMT; samesite=lax; secure; httponly',
  ])
})

it('takes the cookie back by the same name', () => {
  for (const [secure, name] of [
    [false, 'trailpass'],
    [true, '__Host-trailpass'],
  ] as const) {
    const { ctx, setCookie } = createContext()
    clearSessionCookie(ctx, 'full', { secure })
    expect(setCookie()).toEqual([expect.stringMatching(new RegExp(`^${name}=; path=/; expires=Thu, 01 Jan 1970`))])
  }
})

it('reads the cookie that only this host can have set where there is https, and no other', () => {
  const both = 'trailpass=planted; __Host-trailpass=bound'
  expect(readSessionCookie(createContext(both).ctx, 'full', { secure: true })).toBe('bound')
  expect(readSessionCookie(createContext('trailpass=planted').ctx, 'full', { secure: true })).toBeUndefined()
  expect(readSessionCookie(createContext('trailpass=plain').ctx, 'full', { secure: false })).toBe('plain')
  expect(readSessionCookie(createContext().ctx, 'full', { secure: false })).toBeUndefined()
})

it('keeps a registration by ticket apart from the session of this browser', () => {
  const { ctx, setCookie } = createContext('trailpass=session; trailpass-registration=ticket')
  expect(readSessionCookie(ctx, 'full', { secure: false })).toBe('session')
  expect(readSessionCookie(ctx, 'register', { secure: false })).toBe('ticket')
  clearSessionCookie(ctx, 'register', { secure: true })
  expect(setCookie()).toEqual([expect.stringMatching(/^__Host-trailpass-registration=;/)])
})

it('reads back any token it wrote, beside whatever else a browser sends', () => {
  const token = fc.stringMatching(/^[\w-]{43}$/)
  const others = fc.array(
    fc.oneof(
      fc.stringMatching(/^[a-z_]{1,12}=[!#-:<-[\]-~]{0,20}$/),
      fc.constantFrom('', ' ', '=', 'x', 'xtrailpass=1'),
    ),
  )
  fc.assert(
    fc.property(token, others, others, fc.boolean(), (issued, before, after, secure) => {
      const { ctx, setCookie } = createContext()
      moveTokenToCookie(ctx, { ...answer, token: issued }, { secure })
      const [pair = ''] = String(setCookie()).split(';')
      const named = (text: string) => text.split('=')[0] === pair.split('=')[0]
      const sent = [...before.filter((each) => !named(each)), pair, ...after].join('; ')
      expect(readSessionCookie(createContext(sent).ctx, 'full', { secure })).toBe(issued)
      expect(readSessionCookie(createContext(sent).ctx, 'register', { secure })).toBeUndefined()
    }),
  )
})

it('reads a text or nothing from any header, and throws nothing', () => {
  const piece = fc.constantFrom(
    'trailpass',
    '__Host-trailpass',
    '-registration',
    '=',
    ';',
    ' ',
    '"',
    '%',
    '%00',
    '\t',
    'é',
  )
  const header = fc.oneof(
    wildText(),
    fc.array(piece, { maxLength: 20 }).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(header, fc.constantFrom('full', 'register'), fc.boolean(), (cookie, scope, secure) => {
      expect(['string', 'undefined']).toContain(typeof readSessionCookie(createContext(cookie).ctx, scope, { secure }))
    }),
    { numRuns: 500 },
  )
})

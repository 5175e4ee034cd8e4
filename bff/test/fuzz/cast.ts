import { registrationSessionMode, sessionModeHeader } from '@trailpass/shared'
import type { Bike, BikeYard } from '../support/bike-yard.ts'
import { loginByCookie } from '../support/cookie-session.ts'
import { agreedVersions } from '../support/journeys.ts'
import { h5Origin, type Stack } from '../support/stack.ts'
import { createWebRegistration } from '../support/web-registration.ts'
import type { Secrets } from './secrets.ts'

/** As whom a request is made. */
export const kinds = ['none', 'guest', 'newcomer', 'member', 'cookie', 'registering'] as const
export type Kind = (typeof kinds)[number]

/** Somebody with a session, and the ids that answers have told them. */
export interface Caller {
  kind: Kind
  /** Their name at WeChat; empty for a guest and for nobody. */
  user: string
  headers: Record<string, string>
  /** For what is asked beside the request itself; empty for nobody. */
  token: string
  known: Record<'rides' | 'intents' | 'sessions', string[]>
  bike?: Bike
}

export interface Cast {
  get(kind: Kind): Promise<Caller>
  /** Somebody else of the same kind plays from here on: a session has ended, or an account is locked. */
  retire(caller: Caller): void
  /** The caller's own, so that nobody else rides it. */
  bikeOf(caller: Caller): Promise<Bike>
}

/** A login is of late for ten minutes. */
const longestMs = 7 * 60_000
const mostRequests = 500

export function createCast(stack: Stack, yard: BikeYard, lane: number, secrets: Secrets): Cast {
  const playing = new Map<Kind, { caller: Caller; since: number; requests: number }>()
  const web = createWebRegistration(stack)
  let people = 0

  async function newPerson(kind: Kind): Promise<string> {
    const user = `${kind}-${lane}-${++people}`
    await stack.addPerson(user, `138${String(lane).padStart(2, '0')}${String(people).padStart(6, '0')}`)
    return user
  }

  const made = (kind: Kind, user: string, token: string, headers: Record<string, string>): Caller => {
    secrets.hide(token, `token of a ${kind}`)
    return { kind, user, token, headers, known: { rides: [], intents: [], sessions: [] } }
  }
  const bearing = (kind: Kind, user: string, token: string) =>
    made(kind, user, token, { authorization: `Bearer ${token}` })

  async function succeed(answering: Promise<{ status: number; text: string }>): Promise<void> {
    const { status, text } = await answering
    if (status !== 200) throw new Error(`the cast was answered ${status}: ${text}`)
  }

  async function signIn(user: string): Promise<string> {
    const { token, degraded } = await stack.signIn({ user })
    if (degraded) throw new Error('the cast was taken for guests')
    return token
  }

  const makers: Record<Kind, () => Promise<Caller>> = {
    none: async () => made('none', '', '', {}),
    guest: async () => bearing('guest', '', (await stack.becomeGuest()).token),
    async newcomer() {
      const user = await newPerson('newcomer')
      return bearing('newcomer', user, await signIn(user))
    },
    async member() {
      const user = await newPerson('member')
      const token = await signIn(user)
      await succeed(stack.register(token))
      return bearing('member', user, token)
    },
    async cookie() {
      const user = await newPerson('cookie')
      const { cookie } = await loginByCookie(stack, {}, user)
      const headers = { cookie, origin: h5Origin, [sessionModeHeader]: 'cookie' }
      await succeed(stack.api('POST', '/v1/registration', { body: { agreements: agreedVersions }, headers }))
      return made('cookie', user, cookie.split('=')[1] ?? '', headers)
    },
    async registering() {
      const { token } = await get('newcomer')
      const { cookie, answer } = await web.redeem(await web.ticketFor(token))
      await succeed(Promise.resolve(answer))
      const headers = { cookie, origin: h5Origin, [sessionModeHeader]: registrationSessionMode }
      return made('registering', '', cookie.split('=')[1] ?? '', headers)
    },
  }

  /** A machine that stands still for seconds takes WeChat for dead, and makes a guest of whoever logs in. */
  async function make(kind: Kind, tries = 5): Promise<Caller> {
    try {
      return await makers[kind]()
    } catch (error) {
      if (tries === 1) throw error
      return make(kind, tries - 1)
    }
  }

  async function get(kind: Kind): Promise<Caller> {
    const now = performance.now()
    const current = playing.get(kind)
    if (current && current.requests++ < mostRequests && now - current.since < longestMs) return current.caller
    const caller = await make(kind)
    playing.set(kind, { caller, since: now, requests: 1 })
    return caller
  }

  return {
    get,
    retire({ kind }) {
      playing.delete(kind)
    },
    async bikeOf(caller) {
      caller.bike ??= await yard.addBike()
      return caller.bike
    },
  }
}

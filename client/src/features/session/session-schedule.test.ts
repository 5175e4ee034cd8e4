import { getUserInfo, uploadAvatar } from '@trailpass/shared'
import * as fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone, rememberAlice } from '../../../test/phone'
import { ApiError, NetworkError } from '../../api/api-error'

const schedules = Number(process.env.DRILL_SCHEDULES ?? 500)
const { DRILL_SEED } = process.env
/** A millisecond or two each; ten times that on a machine with much else to do. */
const timeout = Math.max(30_000, schedules * 20)
const login = 'POST /v1/session'
const end = 'DELETE /v1/session'

afterEach(() => void vi.unstubAllEnvs())

const actions = {
  call: 6,
  upload: 1,
  expire: 3,
  hide: 1,
  show: 2,
  'sign out': 1,
  'sign in': 1,
  'platform down': 1,
  'platform up': 1,
  'lose an answer': 1,
  'answer too late': 1,
  'refuse a code': 1,
  'refuse two codes': 1,
}
type Action = keyof typeof actions

/** One of the names, as often as its weight says. */
const oneOf = <Name extends string>(weights: Record<Name, number>) =>
  fc.oneof(...(Object.keys(weights) as Name[]).map((name) => ({ weight: weights[name], arbitrary: fc.constant(name) })))

/** Requests arrive and answers come back in any order; a phone that is put away hears none of them. */
function delayed(bff: FakeBff, scheduler: fc.Scheduler, phoneIs: { hidden: boolean }): FakeBff {
  const request: FakeBff['request'] = async (sent) => {
    const operation = `${sent.method} ${sent.url}`
    await scheduler.schedule(Promise.resolve(), `${operation} arrives`)
    const outcome = await bff.request(sent).then(
      (response) => () => response,
      (error: unknown) => () => {
        throw error
      },
    )
    await scheduler.schedule(Promise.resolve(), `${operation} answers`)
    if (phoneIs.hidden) throw new NetworkError('network')
    return outcome()
  }
  return { ...bff, request, upload: ({ url, headers }) => request({ method: 'POST', url, headers, timeoutMs: 0 }) }
}

/** What must never be, whatever the order; each with how often it was. */
function createWatch(storage: { write(key: string, text: string): void; remove(key: string): void }) {
  const seen = { sessionsCleared: 0, sessionsTurnedBack: 0, needlessLogins: 0, logins: 0 }
  let signingOut = false
  let newest = 0
  const { write } = storage
  storage.write = (key, text) => {
    if (key === 'trailpass.session') {
      const { record } = JSON.parse(text) as { record: { kind: string; token?: string } }
      const made = Number(record.token?.slice(1) ?? newest)
      if (record.kind === 'signed-out' && !signingOut) seen.sessionsCleared += 1
      if (made < newest) seen.sessionsTurnedBack += 1
      newest = Math.max(newest, made)
    }
    write(key, text)
  }
  return {
    seen,
    /** From now on the phone may be without a session, because the person wants it so. */
    allowSignOut: () => {
      signingOut = true
    },
  }
}

it('keeps a session that nobody ended, by one renewal at a time, in whatever order answers come', {
  timeout,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(oneOf(actions), { maxLength: 40 }), async (scheduler, chosen) => {
      const bff = createFakeBff()
      const phoneIs = { hidden: false }
      const phone = createPhone(delayed(bff, scheduler, phoneIs))
      const watch = createWatch(phone.storage)
      const { access, api, state } = phone.coldStart()
      const { obtain } = phone
      phone.obtain = async () => {
        if (bff.isIdentified(access.token())) watch.seen.needlessLogins += 1
        const running = phone.flights.filter((flight) => flight.isRunning)
        watch.seen.logins = Math.max(watch.seen.logins, running.length)
        await scheduler.schedule(Promise.resolve(), 'wx.login answers')
        return obtain()
      }

      let isSignedOut = false
      let wasSignedOut = false
      const tolerate = (error: unknown) => {
        // An expiry between a renewal and the repeated call, nobody to renew for, or a phone that was put away.
        const isExpected = error instanceof ApiError ? error.code.startsWith('session.') : error instanceof NetworkError
        if (!isExpected) throw error
      }
      const call = () => api.call(getUserInfo).catch(tolerate)
      const perform: Record<Action, () => unknown> = {
        call,
        upload: () => api.upload(uploadAvatar, 'avatar', 'picture.png').catch(tolerate),
        expire: bff.expireSessions,
        hide: () => {
          phoneIs.hidden = true
        },
        show: () => {
          phoneIs.hidden = false
          return state().wake()
        },
        'sign out': () => {
          isSignedOut = wasSignedOut = true
          watch.allowSignOut()
          return state().signOut()
        },
        'sign in': () => {
          isSignedOut = false
          return state().signIn()
        },
        'platform down': () => {
          bff.platformUp = false
        },
        'platform up': () => {
          bff.platformUp = true
        },
        'lose an answer': () => bff.disturb(login, 'lost answer'),
        'answer too late': () => bff.disturb(login, 'timeout'),
        'refuse a code': () => bff.disturb(login, 'login.code_rejected'),
        'refuse two codes': () => bff.disturb(login, 'login.code_spent', 'login.code_rejected'),
      }

      const play = async () => {
        const running: unknown[] = [state().start()]
        for (const each of chosen) {
          await scheduler.schedule(Promise.resolve(), each)
          running.push(perform[each]())
        }
        await Promise.all(running)
      }
      await scheduler.waitFor(play())

      expect(watch.seen).toMatchObject({ sessionsCleared: 0, sessionsTurnedBack: 0, needlessLogins: 0 })
      expect(watch.seen.logins).toBeLessThanOrEqual(1)
      for (const { codes } of phone.flights) expect(codes).toBeLessThanOrEqual(2)

      phoneIs.hidden = false
      bff.platformUp = true
      bff.disturb(login)
      phone.nowMs += 3_600_000
      await scheduler.waitFor(state().wake())
      if (isSignedOut) {
        expect(state()).toMatchObject({ phase: 'signed-out', user: null })
        expect(access.token()).toBeNull()
        return
      }
      await scheduler.waitFor(call())
      expect(bff.isIdentified(access.token())).toBe(true)
      expect(state()).toMatchObject({ phase: 'ready', degraded: false, fault: null })
      if (!wasSignedOut) expect(bff.log).not.toContain('DELETE /v1/session')
    }),
    { numRuns: schedules, ...(DRILL_SEED && { seed: Number(DRILL_SEED) }) },
  )
})

const tabActions = {
  call: 4,
  show: 3,
  refresh: 1,
  'sign in': 2,
  'sign out': 2,
  'log in freshly': 1,
  expire: 1,
  'platform down': 1,
  'platform up': 1,
  'lose a login': 1,
  'lose a sign-out': 1,
}
type TabAction = keyof typeof tabActions
const tabAction = fc.record({ tab: fc.constantFrom(0, 1), name: oneOf(tabActions) })

it('two tabs of a browser agree in the end on who is signed in, in whatever order they act and answers come', {
  timeout,
}, async () => {
  vi.stubEnv('TARO_ENV', 'h5')
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(tabAction, { maxLength: 20 }), async (scheduler, chosen) => {
      const bff = createFakeBff()
      const phone = createPhone(delayed(bff, scheduler, { hidden: false }), 'cookie')
      await scheduler.waitFor(rememberAlice(bff, phone))
      const { request } = bff
      bff.request = (sent) => {
        phone.nowMs += 1
        return request(sent)
      }
      const tabs = [phone.coldStart(), phone.coldStart()] as const
      const perform = ({ tab, name }: { tab: number; name: TabAction }): unknown => {
        const { api, state, logInFresh } = tabs[tab] as (typeof tabs)[number]
        phone.nowMs += 1
        if (name === 'call') return api.call(getUserInfo).catch(() => {})
        if (name === 'show') return state().wake()
        if (name === 'refresh') return state().refresh()
        if (name === 'sign in') return state().signIn()
        // Whoever is signed out finds no button for it.
        if (name === 'sign out') return state().phase === 'signed-out' || state().signOut()
        if (name === 'log in freshly') return logInFresh()
        if (name === 'expire') return bff.expireSessions()
        if (name === 'lose a login') return bff.disturb(login, 'lost answer')
        if (name === 'lose a sign-out') return bff.disturb(end, 'unreachable')
        bff.platformUp = name === 'platform up'
        return undefined
      }
      const play = async () => {
        const running: unknown[] = tabs.map(({ state }) => state().start())
        for (const each of chosen) {
          await scheduler.schedule(Promise.resolve(), `${each.tab}: ${each.name}`)
          running.push(perform(each))
        }
        await Promise.all(running)
      }
      await scheduler.waitFor(play())

      bff.platformUp = true
      bff.disturb(login)
      bff.disturb(end)
      for (const { state, api } of [...tabs, ...tabs]) {
        phone.nowMs += 3_600_000
        await scheduler.waitFor(state().wake())
        await scheduler.waitFor(api.call(getUserInfo).catch(() => {}))
      }
      const next = phone.coldStart().state()
      for (const { state } of tabs) {
        expect({ ...state() }).toMatchObject({ phase: next.phase, user: next.user, degraded: false, fault: null })
      }
      // What the cookie is worth, regardless of what the tabs make of it.
      const whoIs = tabs[0].api.call(getUserInfo, undefined, { token: null })
      const { userId } = await scheduler.waitFor(whoIs.catch(() => ({ userId: undefined })))
      expect(userId).toBe(next.user?.userId)
    }),
    { numRuns: schedules, ...(DRILL_SEED && { seed: Number(DRILL_SEED) }) },
  )
})

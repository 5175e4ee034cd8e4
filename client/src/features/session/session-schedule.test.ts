import { getUserInfo } from '@trailpass/shared'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFakeBff, type FakeBff } from '../../../test/fake-bff'
import { createPhone } from '../../../test/phone'
import { ApiError } from '../../api/api-error'

type Action = 'call' | 'expire' | 'wake' | 'sign out' | 'sign in' | 'platform down' | 'platform up' | 'lose an answer'

const actions = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Action>('call') },
    { weight: 3, arbitrary: fc.constant<Action>('expire') },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Action>(
        'wake',
        'sign out',
        'sign in',
        'platform down',
        'platform up',
        'lose an answer',
      ),
    },
  ),
  { maxLength: 30 },
)

/** Requests arrive and answers come back in any order the scheduler likes. */
function delayed(bff: FakeBff, scheduler: fc.Scheduler): FakeBff {
  return {
    ...bff,
    async request(request) {
      const operation = `${request.method} ${request.url}`
      await scheduler.schedule(Promise.resolve(), `${operation} arrives`)
      const outcome = await bff.request(request).then(
        (response) => () => response,
        (error: unknown) => () => {
          throw error
        },
      )
      await scheduler.schedule(Promise.resolve(), `${operation} answers`)
      return outcome()
    },
  }
}

it('never signs anybody in over a living session, nor out by accident, in whatever order answers come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), actions, async (scheduler, actions) => {
      const bff = createFakeBff()
      const phone = createPhone(delayed(bff, scheduler))
      const { access, api, state } = phone.coldStart()
      const { obtain } = phone
      let needlessLogins = 0
      phone.obtain = async () => {
        if (bff.isIdentified(access.token())) needlessLogins += 1
        await scheduler.schedule(Promise.resolve(), 'wx.login answers')
        return obtain()
      }

      let isSignedOut = false
      let wasSignedOut = false
      const call = () =>
        api.call(getUserInfo).catch((error: unknown) => {
          // An expiry between a renewal and the repeated call, or nobody to renew for.
          if (!(error instanceof ApiError && error.code.startsWith('session.'))) throw error
        })
      const perform: Record<Action, () => unknown> = {
        call,
        expire: bff.expireSessions,
        wake: () => state().wake(),
        'sign out': () => state().signOut(),
        'sign in': () => state().signIn(),
        'platform down': () => {
          bff.platformUp = false
        },
        'platform up': () => {
          bff.platformUp = true
        },
        'lose an answer': () => bff.disturb('POST /v1/session', 'lost answer'),
      }

      const play = async () => {
        const running: unknown[] = [state().start()]
        for (const action of actions) {
          await scheduler.schedule(Promise.resolve(), action)
          if (action === 'sign out') isSignedOut = wasSignedOut = true
          if (action === 'sign in') isSignedOut = false
          running.push(perform[action]())
        }
        await Promise.all(running)
      }
      await scheduler.waitFor(play())

      expect(needlessLogins).toBe(0)
      if (isSignedOut) {
        expect(state()).toMatchObject({ phase: 'signed-out', user: null })
        expect(access.token()).toBeNull()
        expect(bff.living()).toBe(0)
        return
      }
      bff.platformUp = true
      phone.nowMs += 3_600_000
      await scheduler.waitFor(state().wake())
      await scheduler.waitFor(call())
      expect(bff.isIdentified(access.token())).toBe(true)
      expect(state()).toMatchObject({ phase: 'ready', degraded: false, fault: null })
      if (!wasSignedOut) expect(bff.log).not.toContain('DELETE /v1/session')
    }),
    { numRuns: 1_000 },
  )
})

import { expect, it, vi } from 'vitest'
import { apiError, createFakeApi, member } from '../../../test/fake-api'
import { createAccountCalls } from './account-calls'

/** Alice is on screen; `here` is whom the session speaks for. */
function createAccount(deleted: () => Error | null, confirmLeaving?: () => Promise<boolean>) {
  const phone = { here: member.userId, nextLogin: member.userId }
  const api = createFakeApi({ 'DELETE /v1/userinfo': deleted }, (userId) => userId === phone.here)
  const calls = createAccountCalls({
    api,
    session: { getState: () => ({ user: member }) },
    async logInFresh() {
      phone.here = phone.nextLogin
      return true
    },
    ...(confirmLeaving && { confirmLeaving }),
  })
  return { api, phone, calls }
}

it('erases after a login of late, when the server wants one', async () => {
  const stale = [apiError('session.fresh_login_required')]
  const { api, calls } = createAccount(() => stale.pop() ?? null)
  await calls.erase()
  expect(api.log).toEqual(['DELETE /v1/userinfo', 'DELETE /v1/userinfo'])
})

it.each([
  [true, ['DELETE /v1/userinfo', 'DELETE /v1/userinfo']],
  [false, ['DELETE /v1/userinfo']],
])('where a login leaves the page, asks before it goes: %s', async (agrees, log) => {
  const stale = [apiError('session.fresh_login_required')]
  const confirmLeaving = vi.fn(async () => agrees)
  const { api, calls } = createAccount(() => stale.pop() ?? null, confirmLeaving)
  const erased = calls.erase()
  if (agrees) await erased
  else await expect(erased).rejects.toMatchObject({ code: 'session.fresh_login_required' })
  expect(confirmLeaving).toHaveBeenCalledOnce()
  expect(api.log).toEqual(log)
})

it('does not ask of leaving when no login is needed', async () => {
  const confirmLeaving = vi.fn(async () => false)
  await createAccount(() => null, confirmLeaving).calls.erase()
  expect(confirmLeaving).not.toHaveBeenCalled()
})

it('erases after a login when the session has ended', async () => {
  const ended = [apiError('session.expired')]
  const { api, calls } = createAccount(() => ended.pop() ?? null)
  await calls.erase()
  expect(api.log).toEqual(['DELETE /v1/userinfo', 'DELETE /v1/userinfo'])
})

it('never erases whoever that login has brought instead', async () => {
  const { api, phone, calls } = createAccount(() => apiError('session.fresh_login_required'))
  phone.nextLogin = 'u2'
  await expect(calls.erase()).rejects.toMatchObject({ code: 'session.expired' })
  expect(api.log).toEqual(['DELETE /v1/userinfo'])
})

it('does not tell that somebody is erased when it was the guest who stands in', async () => {
  const { api, phone, calls } = createAccount(() => null)
  phone.here = phone.nextLogin = 'guest'
  await expect(calls.erase()).rejects.toMatchObject({ code: 'session.expired' })
  expect(api.log).toEqual([])
})

import { expect, it, vi } from 'vitest'
import { type Answers, apiError, createFakeApi, member } from '../../../test/fake-api'
import { NetworkError } from '../../api/api-error'
import { createWebRegistrationStore } from './web-registration-store'

const guest = { ...member, registered: false, riderId: null }
const agreements = [{ id: 'terms', version: '1', title: '用户协议', url: null, text: '…', required: true }]
const form = { nickname: ' 小林 ', agreements, entry: 'scan' } as const
const redeem = 'POST /v1/registration/tickets/redeem'

function createStore(answers: Answers = {}) {
  const api = createFakeApi(
    Object.assign(answers, { [redeem]: { user: guest }, 'POST /v1/registration': member, ...answers }),
  )
  return { ...createWebRegistrationStore(api), log: api.log }
}

it('opens with a ticket, registers, and lets go of the session it had for it', async () => {
  const redeemed = vi.fn(() => ({ user: guest }))
  const registered = vi.fn(() => member)
  const { getState, log } = createStore({ [redeem]: redeemed, 'POST /v1/registration': registered })
  expect(getState().phase).toBe('opening')
  await getState().open('T')
  expect(redeemed).toHaveBeenCalledExactlyOnceWith({ ticket: 'T' })
  expect(getState()).toMatchObject({ phase: 'form', fault: null })
  await expect(Promise.all([getState().submit(form), getState().submit(form)])).resolves.toEqual([true, false])
  expect(registered).toHaveBeenCalledExactlyOnceWith({
    nickname: '小林',
    agreements: [{ id: 'terms', version: '1' }],
    screen: 'web-registration',
    entry: { kind: 'scan' },
  })
  expect(getState()).toMatchObject({ phase: 'done', submitting: false })
  expect(log.at(-1)).toBe('DELETE /v1/session')
})

it('goes on with the session of an earlier load when there is no ticket', async () => {
  const { getState, log } = createStore({ 'GET /v1/userinfo': guest })
  await getState().open(null)
  expect(getState().phase).toBe('form')
  expect(log).toEqual(['GET /v1/userinfo'])
})

it('has nothing to ask whoever is registered', async () => {
  const { getState } = createStore({ [redeem]: { user: member } })
  await getState().open('T')
  expect(getState().phase).toBe('done')
})

it.each([
  ['a bad ticket', 'registration.ticket_rejected'],
  ['a session that is over', 'session.expired'],
  ['no session', 'session.missing'],
] as const)('is closed by %s', async (_what, code) => {
  const { getState } = createStore({ [redeem]: apiError(code) })
  await getState().open('T')
  expect(getState()).toMatchObject({ phase: 'closed', fault: null })
})

it('says what can be tried again, and tries it', async () => {
  const answers: Answers = { [redeem]: new NetworkError('network') }
  const { getState } = createStore(answers)
  await getState().open('T')
  expect(getState()).toMatchObject({ phase: 'opening', fault: 'network' })
  answers[redeem] = { user: guest }
  await getState().open('T')
  expect(getState()).toMatchObject({ phase: 'form', fault: null })
  answers['POST /v1/registration'] = apiError('registration.agreement_required')
  await expect(getState().submit(form)).resolves.toBe(false)
  expect(getState()).toMatchObject({ phase: 'form', fault: 'registration.agreement_required', submitting: false })
})

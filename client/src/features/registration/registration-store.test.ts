import { expect, it, vi } from 'vitest'
import { type Answers, apiError, createFakeApi, member } from '../../../test/fake-api'
import { NetworkError } from '../../api/api-error'
import { createRegistrationStore, type RegistrationDependencies } from './registration-store'

const agreements = [
  { id: 'terms', version: '1', title: '用户协议', url: null, text: '…', required: true },
  { id: 'privacy', version: '2', title: '隐私政策', url: null, text: '…', required: true },
]
const readAgreements = 'GET /v1/agreements?language=en'
const form = { nickname: ' 小林 ', avatarPath: null }

async function createStore(answers: Answers = {}, over: Partial<RegistrationDependencies> = {}) {
  const api = createFakeApi(
    Object.assign(answers, { [readAgreements]: { agreements }, 'POST /v1/registration': member, ...answers }),
  )
  const setUser = vi.fn()
  const { getState } = createRegistrationStore({
    api,
    entry: () => ({ kind: 'scan' }),
    language: () => 'en',
    ensureIdentity: async () => true,
    sessionFault: () => null,
    setUser,
    ...over,
  })
  await getState().loadAgreements()
  return { getState, setUser, log: api.log }
}

it('loads the agreements', async () => {
  const { getState } = await createStore()
  expect(getState()).toMatchObject({ agreements, status: 'idle', fault: null })
})

it('says why there are none, and asks again', async () => {
  const answers = vi.fn(() => new NetworkError('network') as unknown)
  const { getState } = await createStore({ [readAgreements]: answers })
  expect(getState()).toMatchObject({ agreements: null, status: 'error', fault: 'network' })
  answers.mockReturnValue({ agreements })
  await getState().loadAgreements()
  expect(getState()).toMatchObject({ agreements, status: 'idle', fault: null })
})

it('registers with the agreements on screen and what led here', async () => {
  const registered = { ...member, phoneMasked: '138******01' }
  const register = vi.fn(() => registered)
  const { getState, setUser } = await createStore({ 'POST /v1/registration': register })
  const submitting = getState().submit({ ...form, phoneCode: 'P1' })
  expect(getState().submitting).toBe(true)
  await expect(submitting).resolves.toBe(true)
  expect(register).toHaveBeenCalledWith({
    nickname: '小林',
    phoneCode: 'P1',
    screen: 'registration',
    agreements: [
      { id: 'terms', version: '1' },
      { id: 'privacy', version: '2' },
    ],
    entry: { kind: 'scan' },
  })
  expect(setUser).toHaveBeenCalledWith(registered)
  expect(getState()).toMatchObject({ status: 'idle', submitting: false, fault: null })
})

it('stays registered without the phone number that could not be had, and says so', async () => {
  const { getState, setUser } = await createStore()
  await expect(getState().submit({ ...form, phoneCode: 'P1' })).resolves.toBe(true)
  expect(setUser).toHaveBeenCalledWith(member)
  expect(getState()).toMatchObject({ status: 'idle', fault: 'phone.not_saved' })
})

it('leaves out a nickname that was not filled in', async () => {
  const register = vi.fn((_body: object) => member)
  const { getState } = await createStore({ 'POST /v1/registration': register })
  await getState().submit({ nickname: '  ', avatarPath: null })
  expect(register.mock.calls[0]?.[0]).not.toHaveProperty('nickname')
})

it('uploads the picture afterwards, since consent comes first', async () => {
  const { getState, log } = await createStore({ 'UPLOAD /v1/userinfo/avatar': member })
  await getState().submit({ ...form, avatarPath: 'wxfile://a.png' })
  expect(log.slice(1)).toEqual(['POST /v1/registration', 'UPLOAD /v1/userinfo/avatar'])
})

it('stays registered when the picture does not arrive', async () => {
  const { getState, setUser } = await createStore({ 'UPLOAD /v1/userinfo/avatar': new NetworkError('timeout') })
  await expect(getState().submit({ ...form, avatarPath: 'wxfile://a.png' })).resolves.toBe(true)
  expect(setUser).toHaveBeenCalledWith(member)
  expect(getState()).toMatchObject({ status: 'idle', fault: 'avatar.not_saved' })
})

it('says why it was refused', async () => {
  const { getState, setUser } = await createStore({ 'POST /v1/registration': apiError('rate_limit.exceeded') })
  await expect(getState().submit(form)).resolves.toBe(false)
  expect(setUser).not.toHaveBeenCalled()
  expect(getState()).toMatchObject({ status: 'error', fault: 'rate_limit.exceeded' })
})

it('shows the current agreements when those on screen were outdated', async () => {
  const answers: Answers = { 'POST /v1/registration': apiError('registration.agreement_required') }
  const { getState } = await createStore(answers)
  const current = agreements.map((agreement) => ({ ...agreement, version: '3' }))
  answers[readAgreements] = { agreements: current }
  await getState().submit(form)
  expect(getState()).toMatchObject({
    agreements: current,
    status: 'error',
    fault: 'registration.agreement_required',
  })
})

it('sends nothing without an identity, and says why there is none', async () => {
  const { getState, log } = await createStore(
    {},
    { ensureIdentity: async () => false, sessionFault: () => 'identity_provider.unavailable' },
  )
  await expect(getState().submit(form)).resolves.toBe(false)
  expect(log).toEqual([readAgreements])
  expect(getState()).toMatchObject({ status: 'error', fault: 'identity_provider.unavailable' })
})

it('logs in again when the session turns out to have no identity', async () => {
  const register = vi.fn().mockReturnValueOnce(apiError('session.identity_required')).mockReturnValue(member)
  const ensureIdentity = vi.fn(async () => true)
  const { getState } = await createStore({ 'POST /v1/registration': register }, { ensureIdentity })
  await expect(getState().submit(form)).resolves.toBe(true)
  expect(ensureIdentity.mock.calls).toEqual([[{ refused: false }], [{ refused: true }]])
})

it('is sent once for two taps', async () => {
  const { getState, log } = await createStore()
  await expect(Promise.all([getState().submit(form), getState().submit(form)])).resolves.toEqual([true, false])
  expect(log.slice(1)).toEqual(['POST /v1/registration'])
})

it('is sent once also when the terms are read again meanwhile', async () => {
  const { getState, log } = await createStore()
  const first = getState().submit(form)
  await getState().loadAgreements()
  await expect(Promise.all([first, getState().submit(form)])).resolves.toEqual([true, false])
  expect(log.filter((operation) => operation === 'POST /v1/registration')).toHaveLength(1)
})

const createTicket = 'POST /v1/registration/tickets'

it('has a ticket made for the web', async () => {
  const { getState } = await createStore({ [createTicket]: { url: 'https://h5.example/#/?ticket=T', expiresAt: '…' } })
  await expect(getState().openOnWeb()).resolves.toBe('https://h5.example/#/?ticket=T')
  expect(getState()).toMatchObject({ status: 'idle', fault: null })
})

it('has none without identity, nor when the server does not answer, and says why', async () => {
  const nameless = await createStore({}, { ensureIdentity: async () => false, sessionFault: () => 'login.failed' })
  await expect(nameless.getState().openOnWeb()).resolves.toBeNull()
  expect(nameless.getState()).toMatchObject({ status: 'error', fault: 'login.failed' })
  const offline = await createStore({ [createTicket]: new NetworkError('network') })
  await expect(offline.getState().openOnWeb()).resolves.toBeNull()
  expect(offline.getState()).toMatchObject({ status: 'error', fault: 'network' })
})

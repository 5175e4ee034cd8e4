import { expect, it, vi } from 'vitest'
import { apiError, createFakeApi, member } from '../../../test/fake-api'
import { createProfileStore } from './profile-store'

it('saves a nickname as it will be shown', async () => {
  const patch = vi.fn(() => member)
  const setUser = vi.fn()
  const { getState } = createProfileStore({ api: createFakeApi({ 'PATCH /v1/userinfo': patch }), setUser })
  const saving = getState().saveNickname('  小  林 ')
  expect(getState().status).toBe('saving')
  await expect(saving).resolves.toBe(true)
  expect(patch).toHaveBeenCalledWith({ nickname: '小 林' })
  expect(setUser).toHaveBeenCalledWith(member)
  expect(getState()).toMatchObject({ status: 'idle', fault: null })
})

it('takes an empty nickname as none', async () => {
  const patch = vi.fn(() => member)
  const { getState } = createProfileStore({ api: createFakeApi({ 'PATCH /v1/userinfo': patch }), setUser: vi.fn() })
  await getState().saveNickname('  ')
  expect(patch).toHaveBeenCalledWith({ nickname: null })
})

it('shows or hides in rankings, and changes the rider id, telling why not where it was asked', async () => {
  const answers: Record<string, unknown> = {
    'PATCH /v1/userinfo': vi.fn(() => ({ ...member, ranked: false })),
    'POST /v1/userinfo/rider-id': { ...member, riderId: 'R2' },
  }
  const setUser = vi.fn()
  const { getState } = createProfileStore({ api: createFakeApi(answers), setUser })
  await expect(getState().setRanked(false)).resolves.toBeNull()
  expect(answers['PATCH /v1/userinfo']).toHaveBeenCalledWith({ ranked: false })
  await expect(getState().renewRiderId()).resolves.toBeNull()
  expect(setUser.mock.calls).toEqual([[{ ...member, ranked: false }], [{ ...member, riderId: 'R2' }]])
  answers['POST /v1/userinfo/rider-id'] = apiError('storage.unavailable')
  await expect(getState().renewRiderId()).resolves.toBe('storage.unavailable')
  expect(getState()).toMatchObject({ status: 'idle', fault: null })
})

it('uploads a picture', async () => {
  const upload = vi.fn(() => member)
  const { getState } = createProfileStore({
    api: createFakeApi({ 'UPLOAD /v1/userinfo/avatar': upload }),
    setUser: vi.fn(),
  })
  await expect(getState().saveAvatar('wxfile://a.png')).resolves.toBe(true)
  expect(upload).toHaveBeenCalledWith({ field: 'avatar', filePath: 'wxfile://a.png' })
})

it('says why nothing was saved, until the next try', async () => {
  const answers: Record<string, unknown> = { 'PATCH /v1/userinfo': apiError('registration.required') }
  const { getState } = createProfileStore({ api: createFakeApi(answers), setUser: vi.fn() })
  await expect(getState().saveNickname('小林')).resolves.toBe(false)
  expect(getState()).toMatchObject({ status: 'error', fault: 'registration.required' })
  getState().forgetFault()
  expect(getState().fault).toBeNull()
  answers['PATCH /v1/userinfo'] = member
  await getState().saveNickname('小林')
  expect(getState()).toMatchObject({ status: 'idle', fault: null })
})

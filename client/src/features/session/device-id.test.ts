import { opaqueIdPattern } from '@trailpass/shared'
import { expect, it, vi } from 'vitest'
import { createMemoryStorage } from '../../../test/phone'
import { createDeviceId } from './device-id'

it('is made once, however many ask, and kept', async () => {
  const storage = createMemoryStorage()
  const randomId = vi.fn(async () => 'r'.repeat(32))
  const deviceId = createDeviceId(storage, randomId)
  expect(await Promise.all([deviceId(), deviceId()])).toEqual(['r'.repeat(32), 'r'.repeat(32)])
  expect(await createDeviceId(storage, randomId)()).toBe('r'.repeat(32))
  expect(randomId).toHaveBeenCalledOnce()
})

it('is made without the platform where that fails, and kept as well', async () => {
  const storage = createMemoryStorage()
  const randomId = vi.fn(async () => Promise.reject({ errMsg: 'getRandomValues:fail' }))
  const made = await createDeviceId(storage, randomId)()
  expect(made).toMatch(opaqueIdPattern)
  expect(await createDeviceId(storage, randomId)()).toBe(made)
  expect(await createDeviceId(createMemoryStorage(), randomId)()).not.toBe(made)
})

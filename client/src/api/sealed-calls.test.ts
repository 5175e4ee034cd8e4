import { type EncryptedPayload, updateSteps } from '@trailpass/shared'
import { expect, it, vi } from 'vitest'
import { apiError, createFakeApi } from '../../test/fake-api'
import { createSealedCalls } from './sealed-calls'

const payload: EncryptedPayload = { encryptedData: 'sealed', iv: 'iv' }

function createCalls(platformKey: unknown, logInFresh = vi.fn(async () => true)) {
  const sent: EncryptedPayload[] = []
  const api = createFakeApi({
    'GET /v1/session/platform-key': platformKey,
    'POST /v1/sport/werun': (body: EncryptedPayload) => {
      sent.push(body)
      return {}
    },
  })
  return { calls: createSealedCalls({ api, logInFresh }), logInFresh, sent }
}

it('names the key that lives, and logs in for none', async () => {
  const { calls, logInFresh, sent } = createCalls({ alive: true, keyEpoch: 3 })
  await calls.prepare()
  await calls.send(updateSteps, payload)
  expect(sent).toEqual([{ ...payload, keyEpoch: 3 }])
  expect(logInFresh).not.toHaveBeenCalled()
})

it('logs in ahead of the payload where the key is dead, and leaves the new one to the server', async () => {
  const { calls, logInFresh, sent } = createCalls({ alive: false, keyEpoch: 3 })
  await calls.prepare()
  expect(logInFresh).toHaveBeenCalledOnce()
  await calls.send(updateSteps, payload)
  expect(sent).toEqual([payload])
})

it('leaves it to the server to find the key where nobody could tell', async () => {
  const { calls, logInFresh, sent } = createCalls(apiError('identity_provider.unavailable'))
  await calls.prepare()
  expect(logInFresh).not.toHaveBeenCalled()
  await calls.send(updateSteps, payload)
  expect(sent).toEqual([payload])
})

it('names no key that the server has refused', async () => {
  const { calls, sent } = createCalls({ alive: true, keyEpoch: 3 })
  await calls.prepare()
  await calls.renew()
  await calls.send(updateSteps, payload)
  expect(sent).toEqual([payload])
})

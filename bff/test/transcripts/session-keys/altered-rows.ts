import { expect } from 'vitest'
import { weapp } from '../../support/journeys.ts'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

export default transcript('a sealed key opens at its own place only, and only unaltered', async (stack) => {
  const { member, sendProfile } = createPayloads(stack)
  const [alice, bob] = [await member(), await member('bob')]
  const ownerOf = ({ principal }: typeof alice) => ({
    personId: principal.userId,
    platform: 'weapp',
    appId: weapp.appId,
  })
  await stack.stop()
  const stores = await stack.storage.open()
  await stores.store.write(function* () {
    const { sessionKeys } = stores
    const [one, other] = [yield* sessionKeys.list(ownerOf(alice)), yield* sessionKeys.list(ownerOf(bob))]
    const sealed = one[0]?.sealed ?? ''
    const altered = `${sealed.startsWith('A') ? 'B' : 'A'}${sealed.slice(1)}`
    for (const [key, value] of [
      [one[0], altered],
      [other[0], sealed],
    ] as const) {
      if (!key) throw new Error('nobody has a key')
      yield* sessionKeys.removeOfOwner(key)
      yield* sessionKeys.insert({ ...key, sealed: value })
    }
  })
  await stores.store.close()
  await stack.start()
  expect((await sendProfile(alice.token, await stack.userProfile())).status).toBe(409)
  expect((await sendProfile(bob.token, await stack.userProfile('bob'))).status).toBe(409)
  expect(stack.log).toContain('session_key.unreadable')

  await stack.signIn()
  expect((await sendProfile(alice.token, await stack.userProfile())).body.nickname).toBe('小林')
})

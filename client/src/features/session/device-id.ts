import { opaqueIdPattern } from '@trailpass/shared'
import type { RandomId } from '../../platform/random/types'
import { weakId } from '../../platform/random/weak-id'
import type { KeyValueStorage } from '../../platform/storage/types'

const key = 'trailpass.device'

/** The id of this phone, generated once and stored: a login replaces the session of the same device. */
export function createDeviceId(storage: KeyValueStorage, randomId: RandomId): () => Promise<string> {
  let making: Promise<string> | undefined

  async function make(): Promise<string> {
    const stored = storage.read(key)
    if (stored !== undefined && opaqueIdPattern.test(stored)) return stored
    // It is not a credential, so a phone that fails to supply random bytes may still log in; a nonce has no such
    // fallback.
    const made = await randomId().catch(weakId)
    storage.write(key, made)
    return made
  }

  return () => {
    making ??= make()
    return making
  }
}

import { opaqueIdPattern } from '@trailpass/shared'
import type { RandomId } from '../../platform/random/types'
import { weakId } from '../../platform/random/weak-id'
import type { KeyValueStorage } from '../../platform/storage/types'

const key = 'trailpass.device'

/** The id of this phone, made once and kept: a login replaces the session of the same device. */
export function createDeviceId(storage: KeyValueStorage, randomId: RandomId): () => Promise<string> {
  let making: Promise<string> | undefined

  async function make(): Promise<string> {
    const stored = storage.read(key)
    if (stored !== undefined && opaqueIdPattern.test(stored)) return stored
    // It proves nothing, so a phone that fails to give randomness once may still log in; a nonce has no such way out.
    const made = await randomId().catch(weakId)
    storage.write(key, made)
    return made
  }

  return () => {
    making ??= make()
    return making
  }
}

import type { Secret } from '../domain/secret.ts'
import type { KeyringStore } from '../ports/keyring-store.ts'
import type { Store } from '../ports/store.ts'
import type { NoteAudit } from './audit.ts'
import { keyWrap, type MasterKeys } from './keyring-service.ts'

export interface KeyRotation {
  /**
   * Rewraps every working key under `next`, in one transaction: an interrupted rotation has done everything or nothing,
   * and repeating it completes what is left. Running servers hold the unwrapped keys and are not affected. Returns
   * `undefined`, without changes, if another rotation ran at the same time.
   */
  rotate(next: Secret, actor: string): Promise<{ rewrapped: number; already: number } | undefined>
}

export function createKeyRotation(deps: {
  store: Store
  keyring: KeyringStore
  masterKeys: MasterKeys
  note: NoteAudit
}): KeyRotation {
  const { store, keyring, masterKeys, note } = deps
  const interfered = new Error('the key was rewrapped by another process')

  return {
    async rotate(next, actor) {
      try {
        return await store.write(function* () {
          let rewrapped = 0
          const keys = yield* keyring.list()
          for (const key of keys) {
            const { bytes, openedBy } = openAny(key, next)
            if (openedBy === next) continue
            if (!(yield* keyring.rewrap(key, keyWrap.wrap(key, next, bytes)))) throw interfered
            rewrapped++
          }
          const already = keys.length - rewrapped
          const detail = `${rewrapped} keys rewrapped`
          if (rewrapped > 0) yield* note({ actor, action: 'keys.rotate', target: 'master-key', detail })
          return { rewrapped, already }
        })
      } catch (error) {
        if (error === interfered) return undefined
        throw error
      }
    },
  }

  /** A key may already be wrapped by the new master key, by the current one, or by one from an earlier rotation. */
  function openAny(key: Parameters<typeof keyWrap.open>[0], next: Secret) {
    const { current, next: other } = masterKeys
    try {
      return keyWrap.open(key, { current, next })
    } catch (error) {
      if (other === null) throw error
      return keyWrap.open(key, { current: other, next: null })
    }
  }
}

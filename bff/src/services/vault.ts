import { createHmac } from 'node:crypto'
import type { AppRecord, PushSettings, SealedAppSecret, SealedPushSettings } from '../domain/registered-app.ts'
import { Secret } from '../domain/secret.ts'
import { deriveKey, seal, unseal } from '../lib/seal.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { Unit } from '../ports/unit.ts'
import type { Keyring } from './keyring-service.ts'

/** Stores the secrets of apps, write-only: they are opened only for calls to platforms. */
export interface Vault {
  /** Stores the secret as the current one of a locked app; the previous one stays valid for the overlap. */
  keep(app: AppRecord, secret: Secret): Unit<SealedAppSecret>
  /** Throws if the value was altered, or belongs to another app or version. */
  open(app: AppRecord, sealed: SealedAppSecret): Secret
  /** Stores an app's message push settings; `null` disables push. */
  keepPush(app: AppRecord, settings: PushSettings | null): Unit<void>
  /** `null` if push is disabled. Throws as `open` does. */
  openPush(app: AppRecord, sealed: SealedPushSettings): PushSettings | null
  /** A short keyed hash: the same for the same secret of the same app. */
  fingerprint(app: AppRecord, secret: Secret): string
}

const fingerprintLength = 12

export function createVault(deps: {
  registeredApps: AppStore
  keyring: Keyring
  secretOverlapMs: number
  clock: Clock
}): Vault {
  const { registeredApps, keyring, secretOverlapMs, clock } = deps
  const fingerprintKey = deriveKey(keyring.vault, 'fingerprint')
  const place = ({ id, platform, appId }: AppRecord, version: number) =>
    `app-secret:${JSON.stringify([id, platform, appId, version])}`
  const pushPlace = ({ id, platform, appId }: AppRecord) => `app-push:${JSON.stringify([id, platform, appId])}`
  const fingerprint = ({ id }: AppRecord, secret: Secret) =>
    createHmac('sha256', fingerprintKey).update(`${id}:${secret.reveal()}`).digest('hex').slice(0, fingerprintLength)

  return {
    *keep(app, secret) {
      const createdAt = clock.now()
      const version = app.secretVersion + 1
      const kept: SealedAppSecret = {
        appRowId: app.id,
        version,
        sealed: seal(keyring.vault, place(app, version), secret.reveal()),
        fingerprint: fingerprint(app, secret),
        createdAt,
        goodUntil: null,
      }
      yield* registeredApps.replaceSecret(app.id, new Date(createdAt.getTime() + secretOverlapMs))
      yield* registeredApps.update({ ...app, secretVersion: version })
      yield* registeredApps.insertSecret(kept)
      return kept
    },
    open: (app, { version, sealed }) => new Secret(unseal(keyring.vault, place(app, version), sealed)),
    keepPush(app, settings) {
      const texts = settings && [settings.token.reveal(), settings.aesKey?.reveal() ?? null]
      const sealed = texts && seal(keyring.vault, pushPlace(app), JSON.stringify(texts))
      return registeredApps.savePushSettings({ appRowId: app.id, sealed, changedAt: clock.now() })
    },
    openPush(app, { sealed }) {
      if (sealed === null) return null
      const [token, aesKey] = JSON.parse(unseal(keyring.vault, pushPlace(app), sealed)) as [string, string | null]
      return { token: new Secret(token), aesKey: aesKey === null ? null : new Secret(aesKey) }
    },
    fingerprint,
  }
}

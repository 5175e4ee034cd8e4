import type { AppKey, AppRecord, SealedAppSecret, SealedPushSettings } from '../domain/registered-app.ts'
import type { Unit } from './unit.ts'

/** Holds the apps and, sealed, what proves to their platforms that we speak for them. */
export interface AppStore {
  /** The oldest first. */
  list(): Unit<AppRecord[]>
  /** Others cannot change it until the unit ends. */
  lock(key: AppKey): Unit<AppRecord | undefined>
  /** Whether it was kept: there is one app per platform and AppID. */
  insert(app: AppRecord): Unit<boolean>
  /** Changes its label, state and newest version. */
  update(app: AppRecord): Unit<void>
  /** Of every app; the newest of each first. */
  listSecrets(): Unit<SealedAppSecret[]>
  insertSecret(secret: SealedAppSecret): Unit<void>
  /** The current secret of an app is good until then. */
  replaceSecret(appRowId: string, goodUntil: Date): Unit<void>
  /** Those up to this version; answers how many there were. */
  removeSecretsUpTo(appRowId: string, version: number): Unit<number>
  /** Of every app that ever had any. */
  listPushSettings(): Unit<SealedPushSettings[]>
  /** Takes the place of those the app had. */
  savePushSettings(settings: SealedPushSettings): Unit<void>
  /** Those whose overlap is over. */
  removeExpiredSecrets(at: Date): Unit<void>
}

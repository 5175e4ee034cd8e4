import type { AppKey, AppRecord, SealedAppSecret, SealedPushSettings } from '../domain/registered-app.ts'
import type { Unit } from './unit.ts'

/** Stores the apps and, sealed, their credentials. */
export interface AppStore {
  /** The oldest first. */
  list(): Unit<AppRecord[]>
  /** Locks the app until the unit ends. */
  lock(key: AppKey): Unit<AppRecord | undefined>
  /** False if the app exists: there is one per platform and AppID. */
  insert(app: AppRecord): Unit<boolean>
  /** Updates label, state and latest version. */
  update(app: AppRecord): Unit<void>
  /** The secrets of every app, newest first per app. */
  listSecrets(): Unit<SealedAppSecret[]>
  insertSecret(secret: SealedAppSecret): Unit<void>
  /** Limits the validity of an app's current secret. */
  replaceSecret(appRowId: string, goodUntil: Date): Unit<void>
  /** Removes the secrets up to this version; returns their number. */
  removeSecretsUpTo(appRowId: string, version: number): Unit<number>
  /** The push settings of every app that ever had any. */
  listPushSettings(): Unit<SealedPushSettings[]>
  /** Replaces the app's push settings. */
  savePushSettings(settings: SealedPushSettings): Unit<void>
  /** Removes the secrets whose overlap has ended. */
  removeExpiredSecrets(at: Date): Unit<void>
}

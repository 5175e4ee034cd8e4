import type { Platform } from '@trailpass/shared'
import type { Secret } from './secret.ts'

export type AppState = 'active' | 'disabled'

/** A program that people sign in to, as the store knows it. */
export interface AppRecord {
  id: string
  platform: Platform
  appId: string
  /** The operator's label. */
  label: string
  state: AppState
  /** The version of the latest secret; 0 before the first. Never decreases. */
  secretVersion: number
  createdAt: Date
}

export type AppKey = Pick<AppRecord, 'platform' | 'appId'>

/** The credentials of an app's message push. */
export interface PushSettings {
  token: Secret
  /** If set, only encrypted messages are accepted. */
  aesKey: Secret | null
}

export interface SealedPushSettings {
  appRowId: string
  /** `null` if the operator has disabled it. */
  sealed: string | null
  changedAt: Date
}

export interface SealedAppSecret {
  appRowId: string
  version: number
  sealed: string
  /** Distinguishes secrets, and reveals nothing about them. */
  fingerprint: string
  createdAt: Date
  /** `null` while it is the current one. */
  goodUntil: Date | null
}

/** An app with what is needed to call its platform. */
export interface App {
  platform: string
  appId: string
  /** The current secret first, then earlier ones that are still valid. If empty, the platform cannot be called. */
  secrets: readonly Secret[]
}

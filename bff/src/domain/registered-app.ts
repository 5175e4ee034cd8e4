import type { Platform } from '@trailpass/shared'
import type { Secret } from './secret.ts'

export type AppState = 'active' | 'disabled'

/** A program that people sign in to, as the store knows it. */
export interface AppRecord {
  id: string
  platform: Platform
  appId: string
  /** What the operator calls it. */
  label: string
  state: AppState
  /** The version of the secret that was kept last; 0 before the first. Never counts down. */
  secretVersion: number
  createdAt: Date
}

export type AppKey = Pick<AppRecord, 'platform' | 'appId'>

/** What an app's message push is secured with. */
export interface PushSettings {
  token: Secret
  /** With it, only encrypted messages are taken. */
  aesKey: Secret | null
}

export interface SealedPushSettings {
  appRowId: string
  /** `null` once the operator has switched it off. */
  sealed: string | null
  changedAt: Date
}

export interface SealedAppSecret {
  appRowId: string
  version: number
  sealed: string
  /** Tells two secrets apart, and nothing about either. */
  fingerprint: string
  createdAt: Date
  /** `null` while it is the current one. */
  goodUntil: Date | null
}

/** An app as its platform is asked about it. */
export interface App {
  platform: string
  appId: string
  /** The current one first, then those that are still good beside it. None: nothing can be asked of the platform. */
  secrets: readonly Secret[]
}

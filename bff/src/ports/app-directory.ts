import type { Platform } from '@trailpass/shared'
import type { App, PushSettings } from '../domain/registered-app.ts'
import type { ContentCheck } from './content-check.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { PayloadReader } from './payload-reader.ts'
import type { PhoneProvider } from './phone-provider.ts'
import type { PushChannel } from './push-channel.ts'
import type { SecretCheck } from './secret-check.ts'
import type { SessionKeyProvider } from './session-key-provider.ts'

/** The providers of a platform, for any of its apps. */
export interface PlatformProviders {
  identityProvider: IdentityProvider
  phoneProvider: PhoneProvider | null
  /** Both `null` where the platform has no session_key. */
  payloadReader: PayloadReader | null
  sessionKeyProvider: SessionKeyProvider | null
  /** `null` if the platform has no content check. */
  contentCheck: ContentCheck | null
  /** `null` where the platform tells nothing by itself. */
  openPushChannel: ((appId: string, settings: PushSettings) => PushChannel) | null
  secretCheck: SecretCheck
}

/** Secret checks by platform; a platform that is not configured is missing. */
export type PlatformChecks = Partial<Record<Platform, Pick<PlatformProviders, 'secretCheck'>>>

export interface RegisteredApp extends PlatformProviders {
  app: App
  /** `null` where the platform tells nothing by itself, or the operator has not set it up. */
  pushChannel: PushChannel | null
}

/** The apps that people can sign in to. */
export interface AppDirectory {
  /** `undefined` for an app that is unknown, disabled, or of a platform that is not configured. May be 5 s old. */
  find(platform: Platform, appId: string): Promise<RegisteredApp | undefined>
}

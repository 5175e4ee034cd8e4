import type { Platform } from '@trailpass/shared'
import type { App, PushSettings } from '../domain/registered-app.ts'
import type { ContentCheck } from './content-check.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { PayloadReader } from './payload-reader.ts'
import type { PhoneProvider } from './phone-provider.ts'
import type { PushChannel } from './push-channel.ts'
import type { SecretCheck } from './secret-check.ts'
import type { SessionKeyProvider } from './session-key-provider.ts'

/** What speaks to a platform for any app there. */
export interface PlatformProviders {
  identityProvider: IdentityProvider
  phoneProvider: PhoneProvider | null
  /** Both `null` where the platform has no session_key. */
  payloadReader: PayloadReader | null
  sessionKeyProvider: SessionKeyProvider | null
  /** `null` where the platform judges no content. */
  contentCheck: ContentCheck | null
  /** `null` where the platform tells nothing by itself. */
  openPushChannel: ((appId: string, settings: PushSettings) => PushChannel) | null
  secretCheck: SecretCheck
}

/** What can be asked about the secrets of apps; a platform that is not set up is not among them. */
export type PlatformChecks = Partial<Record<Platform, Pick<PlatformProviders, 'secretCheck'>>>

export interface RegisteredApp extends PlatformProviders {
  app: App
  /** `null` where the platform tells nothing by itself, or the operator has not set it up. */
  pushChannel: PushChannel | null
}

/** The apps this server signs people in for. */
export interface AppDirectory {
  /** `undefined` for an app that is unknown, disabled, or of a platform that is not set up. May be 5 s old. */
  find(platform: Platform, appId: string): Promise<RegisteredApp | undefined>
}

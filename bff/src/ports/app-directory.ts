import type { Platform } from '@trailpass/shared'
import type { App, IdentityProvider, PhoneProvider } from './identity-provider.ts'

export interface RegisteredApp {
  app: App
  identityProvider: IdentityProvider
  phoneProvider: PhoneProvider | null
}

/** The apps this server signs people in for. */
export interface AppDirectory {
  find(platform: Platform, appId: string): RegisteredApp | undefined
}

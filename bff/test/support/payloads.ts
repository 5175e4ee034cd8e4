import type { EncryptedPayload, PlatformKey, PlatformProfileRequest, SportSummary, UserInfo } from '@trailpass/shared'
import type { Answer } from './api.ts'
import type { SignedIn } from './journeys.ts'
import type { Stack } from './stack.ts'

/** What a phone does with what its platform sealed. */
export interface Payloads {
  /** Signed in and registered. */
  member(user?: string): Promise<SignedIn>
  sendProfile(token: string, payload: PlatformProfileRequest): Promise<Answer<UserInfo>>
  sendSteps(token: string, payload: EncryptedPayload): Promise<Answer<SportSummary>>
  platformKey(token: string): Promise<Answer<PlatformKey>>
  /** The next `wx.login` of anybody brings another key. */
  replaceKeysAtOnce(): void
}

export const createPayloads = (stack: Stack): Payloads => ({
  async member(user = 'alice') {
    const signedIn = await stack.signIn({ user })
    const { status, text } = await stack.register(signedIn.token)
    if (status !== 200) throw new Error(`the registration was answered ${status}: ${text}`)
    return signedIn
  },
  sendProfile: (token, body) => stack.api('POST', '/v1/userinfo/platform-profile', { token, body }),
  sendSteps: (token, body) => stack.api('POST', '/v1/sport/werun', { token, body }),
  platformKey: (token) => stack.api('GET', '/v1/session/platform-key', { token }),
  replaceKeysAtOnce() {
    stack.simulator.world.settings.sessionKeyMinimumMs = 0
  },
})

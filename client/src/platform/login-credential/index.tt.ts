import { askPlatform } from './ask-platform'
import { aliveUnlessTold, askedPatienceMs, patienceMs } from './patience'
import { simulatedCode } from './simulated-code'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  // Browsing never forces a sign-in to Douyin; an explicit sign-in does. A person signed out of Douyin has only an
  // `anonymousCode`, which identifies a phone and not a person, and so is a guest.
  obtain: ({ asked }) =>
    process.env.TARO_APP_SIMULATOR_URL
      ? simulatedCode()
      : askPlatform(
          (give, refuse) => tt.login({ force: asked, success: ({ code }) => give(code), fail: refuse }),
          asked ? askedPatienceMs : patienceMs,
        ),

  isSessionKeyAlive: () =>
    aliveUnlessTold(
      new Promise((resolve) => tt.checkSession({ success: () => resolve(true), fail: () => resolve(false) })),
    ),
}

import { askPlatform } from './ask-platform'
import { aliveUnlessTold, askedPatienceMs, patienceMs } from './patience'
import { simulatedCode } from './simulated-code'
import type { LoginCredentials } from './types'

export const credentials: LoginCredentials = {
  // Nobody is made to sign in to Douyin for looking around; whoever asks to sign in here is. Signed out of Douyin there
  // is only an `anonymousCode`, which names a phone and not a person: such a visitor is a guest.
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

import type { Calls } from '../calls.ts'
import type { SimulatorClient } from '../simulator-client.ts'
import { isAtLeast } from './base-library.ts'

/** From here on everybody is anonymous: https://developers.weixin.qq.com/community/develop/doc/00022c683e8a80b29bed2142b56c01 */
const anonymousSince = '2.27.1'

/** The phone's user: sign-in and open data. */
export function createAccountApi(calls: Calls, simulator: SimulatorClient, baseLibrary: string) {
  const profile = () => simulator.userProfile({ anonymous: isAtLeast(baseLibrary, anonymousSince) })
  return {
    login: calls.asynchronous('login', () => simulator.login()),
    checkSession: calls.asynchronous('checkSession', async () => {
      const { isValid } = await simulator.checkSession()
      if (!isValid) throw new Error('session_key is expired')
    }),
    getUserProfile: calls.asynchronous('getUserProfile', profile),
    getUserInfo: calls.asynchronous('getUserInfo', profile),
    getWeRunData: calls.asynchronous('getWeRunData', () => simulator.weRun()),
  }
}

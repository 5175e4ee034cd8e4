import type { Calls } from './calls.ts'
import type { SimulatorClient } from './simulator-client.ts'

const stepDays = 31
const daySeconds = 24 * 3600

/** Who is using the phone: sign-in and open data. */
export function createAccountApi(calls: Calls, simulator: SimulatorClient) {
  return {
    login: calls.asynchronous('login', () => simulator.login()),
    checkSession: calls.asynchronous('checkSession', async () => {
      const { isValid } = await simulator.checkSession()
      if (!isValid) throw new Error('session_key is expired')
    }),
    // Anonymous for everybody since 2022: https://developers.weixin.qq.com/community/develop/doc/00022c683e8a80b29bed2142b56c01
    getUserProfile: calls.asynchronous('getUserProfile', () => anonymousProfile(simulator)),
    getUserInfo: calls.asynchronous('getUserInfo', () => anonymousProfile(simulator)),
    getWeRunData: calls.asynchronous('getWeRunData', async () => {
      const today = Math.floor(Date.now() / 1000 / daySeconds) * daySeconds
      const stepInfoList = Array.from({ length: stepDays }, (_, index) => ({
        timestamp: today - (stepDays - 1 - index) * daySeconds,
        step: 3000 + ((index * 977) % 9000),
      }))
      return pickEncrypted(await simulator.encrypt({ stepInfoList }))
    }),
  }
}

async function anonymousProfile(simulator: SimulatorClient) {
  const userInfo = { nickName: '微信用户', gender: 0, language: '', city: '', province: '', country: '', avatarUrl: '' }
  return { userInfo, ...(await simulator.encrypt(userInfo)) }
}

const pickEncrypted = (open: object) => {
  const { encryptedData, iv } = open as { encryptedData: string; iv: string }
  return { encryptedData, iv }
}

import type { Calls } from '../calls.ts'
import type { SimulatorClient } from '../simulator-client.ts'

// https://developer.open-douyin.com/docs/resource/zh-CN/mini-app/develop/api/open-interface/log-in/tt-login
export function createDouyinAccountApi(calls: Calls, simulator: SimulatorClient) {
  return {
    login: calls.asynchronous('login', async () => ({ ...(await simulator.login()), isLogin: true })),
    checkSession: calls.asynchronous('checkSession', async () => {
      const { isValid } = await simulator.checkSession()
      if (!isValid) throw new Error('session is expired')
    }),
  }
}

import Taro from '@tarojs/taro'
import { vi } from 'vitest'
import { draw } from './draw'
import type { Answers, FakeApi } from './fake-api'
import { getServices, inSituation, member } from './services'

/** Opens a page of the account for whom the server answers so. */
export function openAccountPage(Page: () => React.ReactNode, answers: Answers, user = member) {
  const logInFresh = vi.fn(async () => true)
  const { api } = inSituation({ session: { user }, answers, logInFresh })
  draw(<Page />)
  return { log: (api as FakeApi).log, logInFresh, session: getServices().session.getState() }
}

/** The next question is answered with no. */
export const refuseOnce = () =>
  vi.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' })

import Taro from '@tarojs/taro'
import { createPrivacyGate } from './create-privacy-gate'
import type { PrivacyGate } from './types'

interface Callbacks<Answer> {
  success(answer: Answer): void
  fail(failure: unknown): void
}

// These three give no promises. Phones before 2.32.3 have none of them, and no gate either.
const promised = <Answer>(call: ((options: Callbacks<Answer>) => void) | undefined, without: Answer) =>
  new Promise<Answer>((success, fail) => (call ? call({ success, fail }) : success(without)))

export const privacy: PrivacyGate | undefined = createPrivacyGate({
  onNeed: (listener) => Taro.onNeedPrivacyAuthorization?.(listener),
  async needsAgreement() {
    const without = { needAuthorization: false, privacyContractName: '', errMsg: '' }
    return (await promised(Taro.getPrivacySetting, without)).needAuthorization
  },
  require: async () => void (await promised(Taro.requirePrivacyAuthorize, { errMsg: '' })),
  openContract: async () => void (await promised(Taro.openPrivacyContract, { errMsg: '' })),
})

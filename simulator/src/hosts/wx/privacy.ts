import type { Calls } from './calls.ts'

type Decide = (decision: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void
type Listener = (decide: Decide, info: { referrer: string }) => void

// https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
export function createPrivacyApi(calls: Calls) {
  const { asynchronous } = calls
  let isAgreed = false
  const listeners: Listener[] = []

  function ask(): Promise<void> {
    const listener = listeners.at(-1)
    if (isAgreed || listener === undefined) {
      isAgreed = true
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      listener(
        ({ event }) => {
          if (event === 'agree') isAgreed = true
          if (event === 'agree') resolve()
          else if (event === 'disagree')
            reject({ errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized', errno: 104 })
        },
        { referrer: 'requirePrivacyAuthorize' },
      )
    })
  }

  return {
    /** `<button open-type="agreePrivacyAuthorization">` was pressed. */
    agree() {
      isAgreed = true
    },
    api: {
      getPrivacySetting: asynchronous('getPrivacySetting', () => ({
        needAuthorization: !isAgreed,
        privacyContractName: '《步道通小程序隐私保护指引》',
      })),
      onNeedPrivacyAuthorization: (listener: Listener) => void listeners.push(listener),
      requirePrivacyAuthorize: asynchronous('requirePrivacyAuthorize', ask),
      openPrivacyContract: asynchronous('openPrivacyContract', () => ({})),
    },
  }
}

import type { CallFailure, Calls } from '../calls.ts'
import { allPrivacyKinds, privacyKindOf } from './privacy-kinds.ts'

/** WeChat's privacy state of one person in this app. It can be passed to a later host. */
export interface WxPrivacy {
  /** The kinds of information in the operator's declaration, in WeChat's terms. */
  readonly declared: readonly string[]
  /** The kinds that the person has agreed to. */
  readonly agreed: Set<string>
}

interface Decision {
  event: 'exposureAuthorization' | 'agree' | 'disagree'
  buttonId?: string
}
type Listener = (decide: (decision: Decision) => void, info: { referrer: string }) => void

/** A person who has agreed to everything. */
export const agreedPrivacy = (): WxPrivacy => ({ declared: allPrivacyKinds, agreed: new Set(allPrivacyKinds) })

/**
 * The gate before everything personal. `used` takes the names of what was asked for, given or not.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/PrivacyAuthorize.html
 */
export function createPrivacyApi(calls: Calls, { declared, agreed }: WxPrivacy, used: Set<string>) {
  const pressed = new Set<string>()
  let listener: Listener | undefined

  const agree = () => {
    for (const kind of declared) agreed.add(kind)
  }

  function ask(name: string): Promise<void> {
    const refusal = failure(name, 'privacy permission is not authorized', 104)
    const { promise, resolve, reject } = withResolvers()
    // WeChat's default prompt, if there is no listener: accepted unless a test says otherwise.
    if (listener === undefined) calls.answer('officialPrivacyWindow', agree, {}).then(resolve, () => reject(refusal))
    else {
      listener(
        ({ event, buttonId = '' }) => {
          if (event === 'exposureAuthorization') return
          // Only a press on the named button counts as agreement. That anything else fails is assumed.
          if (event === 'disagree' || !pressed.has(buttonId)) return reject(refusal)
          agree()
          resolve()
        },
        { referrer: name },
      )
    }
    return promise
  }

  function admit(name: string): Promise<void> | undefined {
    const kind = privacyKindOf(name)
    if (kind === undefined) return undefined
    used.add(name)
    if (!declared.includes(kind)) {
      return Promise.reject(failure(name, 'api scope is not declared in the privacy agreement', 112))
    }
    return agreed.has(kind) ? undefined : ask(name)
  }
  calls.admitBy(admit)

  return {
    /** Waits for the person's agreement if a call or button needs it; rejects without it. */
    admit,
    /** `<button open-type="agreePrivacyAuthorization">` was pressed. */
    press(buttonId: string) {
      pressed.add(buttonId)
      agree()
    },
    api: {
      getPrivacySetting: calls.asynchronous('getPrivacySetting', () => ({
        needAuthorization: declared.some((kind) => !agreed.has(kind)),
        privacyContractName: '《步道通小程序隐私保护指引》',
      })),
      // The latest listener replaces the one before.
      onNeedPrivacyAuthorization: (next: Listener) => {
        listener = next
      },
      requirePrivacyAuthorize: calls.waiting('requirePrivacyAuthorize', () =>
        declared.every((kind) => agreed.has(kind)) ? undefined : ask('requirePrivacyAuthorize'),
      ),
      openPrivacyContract: calls.asynchronous('openPrivacyContract', () => ({})),
    },
  }
}

function failure(name: string, words: string, errno: number): CallFailure {
  return { errMsg: `${name.replace('button.', '')}:fail ${words}`, errno }
}

function withResolvers() {
  let resolve: () => void = () => undefined
  let reject: (reason: CallFailure) => void = () => undefined
  const promise = new Promise<void>((fulfil, fail) => {
    resolve = fulfil
    reject = fail
  })
  return { promise, resolve, reject }
}

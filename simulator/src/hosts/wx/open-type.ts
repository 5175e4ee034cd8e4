import type { Answer, Calls } from '../calls.ts'
import type { TemporaryFiles } from '../files.ts'
import type { SimulatorClient } from '../simulator-client.ts'
import { isAtLeast } from './base-library.ts'
import type { Share } from './sharing.ts'

/** Earlier versions returned the number itself, encrypted under the session_key. */
const codeSince = '2.21.2'

type Tell = (event: string, detail: object) => void

interface OpenTypeOptions {
  calls: Calls
  files: TemporaryFiles
  simulator: SimulatorClient
  baseLibrary: string
  privacy: { admit(name: string): Promise<void> | undefined; press(buttonId: string): void }
  share: Share
}

/**
 * The phone's behaviour for `<button open-type>`: `chooseAvatar` and `getPhoneNumber` can be overridden like calls of
 * `wx`. https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export function createOpenType({ calls, files, simulator, baseLibrary, privacy, share }: OpenTypeOptions) {
  const givesCode = isAtLeast(baseLibrary, codeSince)
  const takeAvatar = async () => ({ avatarUrl: files.add(await simulator.avatar(), 'png') })
  const ask = async (type: string, answer: Answer) => {
    await privacy.admit(`button.${type}`)
    return calls.answer(type, answer, {})
  }

  function act(type: string, tell: Tell, buttonId: string): void {
    if (type === 'chooseAvatar') {
      // Closing the chooser sends no event; nor, it is assumed, does declining the agreement.
      ask(type, takeAvatar).then(
        (chosen) => tell('chooseavatar', chosen),
        () => undefined,
      )
    }
    if (type === 'getPhoneNumber') {
      const told = (detail: unknown) => tell('getphonenumber', detail as object)
      ask(type, () => (givesCode ? simulator.phoneCode() : simulator.sealedPhone())).then(told, told)
    }
    if (type === 'agreePrivacyAuthorization') {
      privacy.press(buttonId)
      tell('agreeprivacyauthorization', {})
    }
    if (type === 'share') share('button')
  }

  // `getPhoneNumber|agreePrivacyAuthorization` agrees and goes on.
  return (types: string, tell: Tell, buttonId: string): void => {
    for (const type of types.split('|').reverse()) act(type, tell, buttonId)
  }
}

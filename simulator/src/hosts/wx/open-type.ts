import type { Calls } from './calls.ts'
import type { TemporaryFiles } from './files.ts'
import type { SimulatorClient } from './simulator-client.ts'

type Tell = (event: string, detail: object) => void

interface OpenTypeOptions {
  calls: Calls
  files: TemporaryFiles
  simulator: SimulatorClient
  agreePrivacy(): void
}

/**
 * What the phone does for `<button open-type>`: `chooseAvatar` and `getPhoneNumber` can be replaced like calls of `wx`.
 * https://developers.weixin.qq.com/miniprogram/dev/component/button.html
 */
export function createOpenType({ calls, files, simulator, agreePrivacy }: OpenTypeOptions) {
  const takeAvatar = async () => ({ avatarUrl: files.add(await simulator.avatar(), 'png') })
  return (type: string, tell: Tell): void => {
    if (type === 'chooseAvatar') {
      // Closing the chooser tells the page nothing.
      calls.answer(type, takeAvatar, {}).then(
        (chosen) => tell('chooseavatar', chosen),
        () => undefined,
      )
    }
    if (type === 'getPhoneNumber') {
      const told = (detail: unknown) => tell('getphonenumber', detail as object)
      calls.answer(type, () => simulator.phoneCode(), {}).then(told, told)
    }
    if (type === 'agreePrivacyAuthorization') {
      agreePrivacy()
      tell('agreeprivacyauthorization', {})
    }
  }
}

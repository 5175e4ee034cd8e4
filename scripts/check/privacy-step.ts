import { currentDeclaration, isRight } from '../privacy/declaration-files.ts'
import { builtClient } from './built-client.ts'
import type { Step } from './step.ts'

/** What is declared to WeChat, told to people and used by the build must be one and the same. */
export const privacyStep: Step = {
  name: 'privacy declaration',
  run: async () => {
    const notBuilt = await builtClient('weapp')
    if (notBuilt !== undefined) return [notBuilt]
    const { files, faults } = currentDeclaration()
    const old = files.filter((file) => !isRight(file))
    return [...faults, ...old.map(({ path }) => `${path} is not what the build uses: run \`privacy\` and file it anew`)]
  },
}

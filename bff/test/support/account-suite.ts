import { describe, it } from 'vitest'
import { createAccounts } from './account.ts'
import { openBikeYard } from './bike-yard.ts'
import { h5, type SignedIn } from './journeys.ts'
import type { Ground } from './ride-suite.ts'
import { createRiding } from './riding.ts'
import { storages } from './storages.ts'
import { withStack } from './with-stack.ts'

export interface AccountGround extends Ground, ReturnType<typeof createAccounts> {
  /** A login on the web, with the unionid or without. */
  onWeb(user: string, unionid: boolean): Promise<SignedIn>
}

interface Tell {
  (name: string, play: (ground: AccountGround) => Promise<void>): void
  each<Case extends object>(
    cases: readonly Case[],
  ): (name: string, play: (ground: AccountGround, given: Case) => Promise<void>) => void
}

/** Describes what people do with their accounts, once per storage; every test gets a stack of its own. */
export function forEachAccountGround(subject: string, suite: (it: Tell) => void): void {
  describe.each(storages)(`${subject} on $name`, (storage) => {
    const run = (play: (ground: AccountGround) => Promise<void>) =>
      withStack(
        async (stack) =>
          play({
            ...createRiding(stack),
            ...createAccounts(stack),
            stack,
            yard: await openBikeYard(stack),
            onWeb: async (user, unionid) =>
              stack.signIn({
                platform: 'h5',
                appId: h5.appId,
                code: unionid ? await stack.webCode(user) : await stack.code(user, h5.appId),
              }),
          }),
        { storage },
      )
    const tell: Tell = (name, play) => it(name, () => run(play))
    tell.each = (cases) => (name, play) => it.each(cases)(name, (given) => run((ground) => play(ground, given)))
    suite(tell)
  })
}

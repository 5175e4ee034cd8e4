import { describe, it } from 'vitest'
import { type BikeYard, openBikeYard } from './bike-yard.ts'
import { createRiding, type Riding } from './riding.ts'
import type { Stack } from './stack.ts'
import { storages } from './storages.ts'
import { withStack } from './with-stack.ts'

export interface Ground extends Riding {
  stack: Stack
  yard: BikeYard
}

type Tell = (name: string, play: (ground: Ground) => Promise<void>) => void

/** Describes what people and bikes see, once per storage; every test gets a stack of its own. */
export function forEachGround(subject: string, suite: (it: Tell) => void): void {
  describe.each(storages)(`${subject} on $name`, (storage) => {
    suite((name, play) =>
      it(name, () =>
        withStack(async (stack) => play({ ...createRiding(stack), stack, yard: await openBikeYard(stack) }), {
          storage,
        }),
      ),
    )
  })
}

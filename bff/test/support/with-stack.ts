import { type Stack, type StackOptions, startStack } from './stack.ts'
import { type StorageKind, sqlite } from './storages.ts'
import { withStorage } from './with-storage.ts'

interface Choice extends StackOptions {
  storage?: StorageKind
}

/** Plays with a stack on an empty storage, and clears both away whatever comes of it. */
export const withStack = (play: (stack: Stack) => Promise<void>, choice: Choice = {}): Promise<void> =>
  withStorage(choice.storage ?? sqlite, async (storage) => {
    const stack = await startStack(storage, choice)
    try {
      await play(stack)
    } finally {
      await stack.close()
    }
  })

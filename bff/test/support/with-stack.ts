import { type Stack, type StackOptions, startStack } from './stack.ts'
import { type StorageKind, sqlite } from './storages.ts'

interface Choice extends StackOptions {
  storage?: StorageKind
}

/** Plays with a stack on an empty storage, and clears both away whatever comes of it. */
export async function withStack(play: (stack: Stack) => Promise<void>, choice: Choice = {}): Promise<void> {
  const storage = await (choice.storage ?? sqlite).create()
  try {
    const stack = await startStack(storage, choice)
    try {
      await play(stack)
    } finally {
      await stack.close()
    }
  } finally {
    await storage.remove()
  }
}

import { keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'

/** Keeps what the server has to hear until it has heard it: in order, across restarts, at least once. */
export interface Outbox {
  /** Kept before this returns. The same letter waits once. When it is full, the oldest makes room. */
  add(letter: string): void
  has(letter: string): boolean
  isEmpty(): boolean
  /** Delivers until nothing is left or one has to wait; callers at the same time share one run. */
  drain(): Promise<void>
}

export interface OutboxDependencies {
  storage: KeyValueStorage
  /** Must bear repetition: the phone may die between the answer and forgetting the letter. False: it has to wait. */
  deliver: (letter: string) => Promise<boolean>
  capacity?: number
}

export function createOutbox({ storage, deliver, capacity = 50 }: OutboxDependencies): Outbox {
  const kept = keep<string[]>(storage, 'trailpass.outbox', Array.isArray)
  let letters = kept.read() ?? []
  let run: Promise<void> | undefined

  function put(next: string[]): void {
    letters = next
    if (next.length === 0) kept.clear()
    else kept.write(next)
  }

  async function deliverAll(): Promise<void> {
    try {
      for (let [first] = letters; first !== undefined; [first] = letters) {
        if (!(await deliver(first))) return
        const delivered = first
        put(letters.filter((letter) => letter !== delivered))
      }
    } finally {
      run = undefined
    }
  }

  return {
    add(letter) {
      if (!letters.includes(letter)) put([...letters, letter].slice(-capacity))
    },
    has: (letter) => letters.includes(letter),
    isEmpty: () => letters.length === 0,
    drain() {
      if (run === undefined && letters.length > 0) run = deliverAll()
      return run ?? Promise.resolve()
    },
  }
}

import { keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'

/**
 * Stores messages until the server has received them: in order, across restarts, at least once. A letter is sent only
 * while its own sender is signed in.
 */
export interface Outbox {
  /** Stored before this returns. Identical letters are stored once. When full, the oldest is dropped. */
  add(letter: string, sender: string): void
  /** Whether this letter of the current person's waits. */
  has(letter: string): boolean
  /** Whether no letter is waiting to be sent. */
  isEmpty(): boolean
  /** Delivers until the outbox is empty or a letter has to wait; concurrent callers share one run. */
  drain(): Promise<void>
}

export interface OutboxDependencies {
  storage: KeyValueStorage
  /** The current person; `null` for none. */
  senderOf: () => string | null
  /**
   * Must be idempotent: the phone may die between the response and removing the letter. False: the letter has to wait.
   */
  deliver: (letter: string) => Promise<boolean>
  capacity?: number
}

interface Letter {
  text: string
  sender: string
}

export function createOutbox({ storage, senderOf, deliver, capacity = 50 }: OutboxDependencies): Outbox {
  const kept = keep<Letter[]>(storage, 'trailpass.outbox', Array.isArray)
  let letters = kept.read() ?? []
  let run: Promise<void> | undefined

  const has = (text: string, from = senderOf()) =>
    letters.some(({ text: known, sender }) => known === text && sender === from)
  const next = () => letters.find(({ sender }) => sender === senderOf())

  function put(left: Letter[]): void {
    letters = left
    if (left.length === 0) kept.clear()
    else kept.write(left)
  }

  async function deliverAll(): Promise<void> {
    try {
      for (let first = next(); first !== undefined; first = next()) {
        if (!(await deliver(first.text))) return
        const delivered = first
        put(letters.filter((letter) => letter !== delivered))
      }
    } finally {
      run = undefined
    }
  }

  return {
    add(text, sender) {
      if (!has(text, sender)) put([...letters, { text, sender }].slice(-capacity))
    },
    has: (text) => has(text),
    isEmpty: () => next() === undefined,
    drain() {
      if (run === undefined && next() !== undefined) run = deliverAll()
      return run ?? Promise.resolve()
    },
  }
}

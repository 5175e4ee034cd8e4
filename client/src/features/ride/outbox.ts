import { keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'

/**
 * Keeps what the server has to hear until it has heard it: in order, across restarts, at least once. A letter goes
 * while its own sender is there, and waits while somebody else is.
 */
export interface Outbox {
  /** Kept before this returns. The same letter waits once. When it is full, the oldest makes room. */
  add(letter: string, sender: string): void
  has(letter: string): boolean
  /** Nothing waits that could go. */
  isEmpty(): boolean
  /** Delivers until nothing is left or one has to wait; callers at the same time share one run. */
  drain(): Promise<void>
}

export interface OutboxDependencies {
  storage: KeyValueStorage
  /** Who is there; `null` for nobody. */
  senderOf: () => string | null
  /** Must bear repetition: the phone may die between the answer and forgetting the letter. False: it has to wait. */
  deliver: (letter: string) => Promise<boolean>
  capacity?: number
}

/** An earlier version kept the text alone: it goes for whoever is there. */
type Letter = { text: string; sender: string } | string

const textOf = (letter: Letter) => (typeof letter === 'string' ? letter : letter.text)

export function createOutbox({ storage, senderOf, deliver, capacity = 50 }: OutboxDependencies): Outbox {
  const kept = keep<Letter[]>(storage, 'trailpass.outbox', Array.isArray)
  let letters = kept.read() ?? []
  let run: Promise<void> | undefined

  const has = (text: string) => letters.some((letter) => textOf(letter) === text)
  const next = () => letters.find((letter) => typeof letter === 'string' || letter.sender === senderOf())

  function put(left: Letter[]): void {
    letters = left
    if (left.length === 0) kept.clear()
    else kept.write(left)
  }

  async function deliverAll(): Promise<void> {
    try {
      for (let first = next(); first !== undefined; first = next()) {
        if (!(await deliver(textOf(first)))) return
        const delivered = first
        put(letters.filter((letter) => letter !== delivered))
      }
    } finally {
      run = undefined
    }
  }

  return {
    add(text, sender) {
      if (!has(text)) put([...letters, { text, sender }].slice(-capacity))
    },
    has,
    isEmpty: () => next() === undefined,
    drain() {
      if (run === undefined && next() !== undefined) run = deliverAll()
      return run ?? Promise.resolve()
    },
  }
}

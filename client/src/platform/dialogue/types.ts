export interface Question {
  title: string
  text: string
  /** At most 4 characters, like `no`: WeChat shows no dialogue with longer ones. */
  yes: string
  /** Absent where there is nothing to decide, only to read. */
  no?: string
}

/** Resolves true only for a yes: whoever closes it has not agreed, and nor has one who could not be asked. */
export type Ask = (question: Question) => Promise<boolean>

/** A few words that go away by themselves; `done` when they tell of a success. */
export type Tell = (words: string, kind?: 'done') => void

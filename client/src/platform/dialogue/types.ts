export interface Question {
  title: string
  text: string
  yes: string
  no: string
}

/** Resolves true only for a yes: whoever closes it has not agreed. */
export type Ask = (question: Question) => Promise<boolean>

/** A few words that go away by themselves; `done` when they tell of a success. */
export type Tell = (words: string, kind?: 'done') => void

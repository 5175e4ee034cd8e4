export interface Question {
  title: string
  text: string
  /** At most 4 characters, like `no`: WeChat rejects longer button labels. */
  yes: string
  /** Absent if there is nothing to decide, only something to read. */
  no?: string
}

/** Resolves to true only for a yes; dismissing the dialogue, or failing to show it, is a no. */
export type Ask = (question: Question) => Promise<boolean>

/** A toast; `done` for a success. */
export type Tell = (words: string, kind?: 'done') => void

/** The names of the doctor's checks, as used in findings. */
export type CheckName =
  | 'configuration'
  | 'master-key'
  | 'store'
  | 'disk'
  | 'redis'
  | 'clock'
  | 'app-id'
  | 'app-secret'
  | 'ip-allow-list'
  | 'token-quota'
  | 'push'
  | 'h5-domain'
  | 'verification-file'
  | 'privacy-declaration'
  | 'package-size'

export interface Finding {
  check: CheckName
  /** `advice`: no harm yet; `unknown`: could not be checked. */
  state: 'ok' | 'advice' | 'wrong' | 'unknown'
  /** The app or file concerned, for checks that cover several. */
  about: string | null
  /** The result, as text. */
  words: string
  /** What to do, step by step. */
  steps: readonly string[]
}

type Say = (check: CheckName, words: string, more?: { about?: string; steps?: readonly string[] }) => Finding

const saying =
  (state: Finding['state']): Say =>
  (check, words, { about = null, steps = [] }: { about?: string | null; steps?: readonly string[] } = {}) => ({
    check,
    state,
    about,
    words,
    steps,
  })

export const ok = saying('ok')
export const advice = saying('advice')
export const wrong = saying('wrong')
export const unknown = saying('unknown')

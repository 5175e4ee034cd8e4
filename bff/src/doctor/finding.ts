/** What the doctor looks at, by the name that findings carry. */
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
  /** `advice` hurts nobody yet; `unknown` could not be looked at. */
  state: 'ok' | 'advice' | 'wrong' | 'unknown'
  /** What it is about, where there are several: an app, a file. */
  about: string | null
  /** How it is, in words. */
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

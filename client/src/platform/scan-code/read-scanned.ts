import type { Entry } from '@trailpass/shared'
import { parseEntry } from '../entry/parse-entry'

/** What the scanners of the platforms answer. */
export interface Scanned {
  /** Of a mini-program code of this app: the page it opens, with its query. */
  path?: string
  /** The text of any other code. */
  result?: string
}

/** Scene number of a scanned code: an entry by the button is one like any other. */
const scanned = 1011

export function readScanned({ path, result = '' }: Scanned): Entry {
  const scene = path?.match(/[?&]scene=([^&]*)/)?.[1]
  return parseEntry({ scene: scanned, query: scene === undefined ? { q: encodeURIComponent(result) } : { scene } })
}

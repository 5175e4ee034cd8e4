import type { Entry } from '@trailpass/shared'
import { type LaunchFacts, parseEntry } from './parse-entry'

/** Read while the bundle loads: the page that registers by ticket signs nobody else in, wherever it leads. */
export const opensWithSession = !window.location.hash.startsWith('#/pages/web-registration/')

/** A browser's entry is in the address: before the hash (a printed link) or behind it (a link of the app). */
export function readEntry(_facts: LaunchFacts): Entry {
  const { search, hash } = window.location
  return parseEntry({ query: { ...readQuery(search), ...readQuery(hash) } })
}

// Values stay encoded, as mini programs hand them over.
function readQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.slice(text.indexOf('?') + 1).split('&')) {
    const [, name, value] = pair.match(/^([^=]+)=(.*)$/) ?? []
    if (name !== undefined && value !== undefined) query[name] = value
  }
  return query
}

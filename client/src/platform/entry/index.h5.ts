import type { Entry } from '@trailpass/shared'
import { type LaunchFacts, parseEntry } from './parse-entry'

/** Read while the bundle loads: the page that registers by ticket signs nobody else in, wherever it leads. */
export const opensWithSession = !window.location.hash.startsWith('#/pages/web-registration/')

const scannedCode = 1011

/**
 * A browser's entry is in the address: before the hash (a printed link) or behind it (a link of the app). A code is read
 * once: how the person arrived takes its place, and so outlives a redirect.
 */
export function readEntry(_facts: LaunchFacts): Entry {
  const { pathname, search, hash } = window.location
  const query = { ...readQuery(search), ...readQuery(hash) }
  const entry = parseEntry({ query, scene: query.entry === 'scan' ? scannedCode : undefined })
  const rest = (search + hash).replace(/([?&])(?:scene|q|qrCode)=[^&#]*/g, `$1entry=${entry.kind}`)
  if (rest !== search + hash) window.history.replaceState(window.history.state, '', pathname + rest)
  return entry
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

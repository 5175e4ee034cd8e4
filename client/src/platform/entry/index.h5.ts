import type { Entry } from '@trailpass/shared'
import { type LaunchFacts, parseEntry } from './parse-entry'

/** Read at load time: the page that registers by ticket must not sign anybody else in, wherever it navigates. */
export const opensWithSession = !window.location.hash.startsWith('#/pages/web-registration/')

const scannedCode = 1011

/**
 * A browser's entry parameters are in the URL: before the hash (a printed link) or in it (a link of the app). The code
 * is consumed on reading; how the person arrived is stored in its place, so that it survives a redirect.
 */
export function readEntry(_facts: LaunchFacts): Entry {
  const { pathname, search, hash } = window.location
  const query = { ...readQuery(search), ...readQuery(hash) }
  const entry = parseEntry({ query, scene: query.entry === 'scan' ? scannedCode : undefined })
  const rest = (search + hash).replace(/([?&])(?:scene|q|qrCode)=[^&#]*/g, `$1entry=${entry.kind}`)
  if (rest !== search + hash) window.history.replaceState(window.history.state, '', pathname + rest)
  return entry
}

// Values stay encoded, as in mini programs.
function readQuery(text: string): Record<string, string> {
  const query: Record<string, string> = {}
  for (const pair of text.slice(text.indexOf('?') + 1).split('&')) {
    const [, name, value] = pair.match(/^([^=]+)=(.*)$/) ?? []
    if (name !== undefined && value !== undefined) query[name] = value
  }
  return query
}

import type { ErrorCode } from '@trailpass/shared'

interface Reaction {
  /** What the client does automatically. */
  client: string
  /** What the operator may have to do, for the few errors that need one. */
  operator?: string
}

const showWords: Reaction = { client: 'shows the text' }
const wait: Reaction = {
  client: 'shows the text; retries at once when the user asks; an automatic sign-in waits for `Retry-After`',
}

/** Looked up by code, then by the code's prefix, then by status; the default only shows the text. */
const reactions: Readonly<Partial<Record<ErrorCode | `${string}.*` | number, Reaction>>> = {
  'request.*': { client: 'shows the text; our clients never send such a request' },
  'request.origin_refused': {
    client: 'shows the text',
    operator: '`PUBLIC_H5_URL` must be the address at which people open the web client',
  },
  'session.missing': { client: 'signs in once for all waiting calls, then repeats them' },
  'session.expired': {
    client: 'signs in once for all waiting calls, then repeats them; a late response for an earlier session is ignored',
  },
  'session.identity_required': { client: 'signs in with a code, then continues' },
  'session.fresh_login_required': { client: 'signs in with a new code, then repeats the call' },
  'registration.agreement_required': { client: 'reloads the terms and asks the user to accept them' },
  'login.*': { client: 'retries once with a new code; then shows the text and continues as a guest' },
  'phone.code_rejected': { client: 'shows the text; the next press of the button gets another code' },
  'phone.unavailable': {
    client: 'shows the text and continues without a number',
    operator: 'look for `upstream.phone_unavailable` in the log; errcode 1400001 means that the paid quota is used up',
  },
  'account.blocked': { client: 'shows the text; no automatic retry', operator: 'only the platform can unblock it' },
  'app.unknown': {
    client: 'shows the text; no automatic retry',
    operator: 'the client was built for an AppID that is not registered on this server',
  },
  'session_key.stale': { client: 'signs in, then requests the payload again from the user or the platform' },
  'identity_provider.unavailable': {
    client: 'keeps the current session, guest or member, and retries when shown again, with backoff',
    operator: 'look for `upstream.unavailable`, `upstream.breaker_open` and `operator.attention` in the log',
  },
  'storage.unavailable': {
    client: 'keeps its session and the current screen, and retries later',
    operator: 'the disk or PostgreSQL is unavailable: see `/readyz` and the log',
  },
  'client.upgrade_required': {
    client: 'shows the text, does not retry automatically, and offers the update where the platform has one',
  },
  internal: { client: 'shows the text', operator: 'a bug: find the request by its `instance` in the log' },
  429: {
    ...wait,
    operator: 'limits are in `bff/src/http/limits/limit-table.ts`; `RATE_LIMITS` overrides individual ones',
  },
  503: wait,
}

export function reactionTo(code: ErrorCode, status: number): Reaction {
  return reactions[code] ?? reactions[`${code.split('.')[0]}.*`] ?? reactions[status] ?? showWords
}

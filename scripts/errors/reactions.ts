import type { ErrorCode } from '@trailpass/shared'

interface Reaction {
  /** What the client does of itself. */
  client: string
  /** What an operator may have to do; most failures are none of theirs. */
  operator?: string
}

const showWords: Reaction = { client: 'says so' }
const wait: Reaction = {
  client: 'says so, and tries again at once when the person asks; a sign-in by itself waits for `Retry-After`',
}

/** By code, then by everything before its first dot, then by status; a code of which there is nothing to say shows its words. */
const reactions: Readonly<Partial<Record<ErrorCode | `${string}.*` | number, Reaction>>> = {
  'request.*': { client: 'says so; a request that no client of ours makes' },
  'request.origin_refused': {
    client: 'says so',
    operator: '`PUBLIC_H5_URL` must be the address at which people open the web client',
  },
  'session.missing': { client: 'signs in once for all calls that wait, and sends them again' },
  'session.expired': {
    client:
      'signs in once for all calls that wait, and sends them again; a late refusal of an earlier session changes nothing',
  },
  'session.identity_required': { client: 'signs in with a code, then goes on' },
  'session.fresh_login_required': { client: 'signs in with a fresh code, then asks again' },
  'registration.agreement_required': { client: 'reads the terms anew and asks to tick them' },
  'login.*': { client: 'takes one fresh code, once; then says so and leaves a guest' },
  'phone.code_rejected': { client: 'says so; the next press of the button brings another code' },
  'phone.unavailable': {
    client: 'says so, and goes on without a number',
    operator:
      'look for `upstream.phone_unavailable` in the log; errcode 1400001 means that the paid look-ups are used up',
  },
  'account.blocked': { client: 'says so; nothing is retried by itself', operator: 'only the platform can lift it' },
  'app.unknown': {
    client: 'says so; nothing is retried by itself',
    operator: 'the client was built for an AppID that this server has no AppSecret for',
  },
  'session_key.stale': { client: 'signs in, then asks the person or the platform for the payload again' },
  'identity_provider.unavailable': {
    client: 'stays a guest, or whoever it was, and tries again on a later show, waiting longer each time',
    operator: 'look for `upstream.unavailable`, `upstream.breaker_open` and `operator.attention` in the log',
  },
  'storage.unavailable': {
    client: 'keeps its session and what it shows, and tries again later',
    operator: 'the disk or PostgreSQL does not answer: see `/readyz` and the log',
  },
  'client.upgrade_required': {
    client: 'says so, retries nothing by itself, and offers the update where the platform has one',
  },
  internal: { client: 'says so', operator: 'a fault of ours: find the request by its `instance` in the log' },
  429: { ...wait, operator: 'limits are in `bff/src/http/limits/limit-table.ts`; `RATE_LIMITS` replaces single ones' },
  503: wait,
}

export function reactionTo(code: ErrorCode, status: number): Reaction {
  return reactions[code] ?? reactions[`${code.split('.')[0]}.*`] ?? reactions[status] ?? showWords
}

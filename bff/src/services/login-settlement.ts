import type { LoginRequest } from '@trailpass/shared'
import type { Refusal } from '../domain/login-ledger.ts'
import type { Clock } from '../ports/clock.ts'
import type { ExchangeOutcome } from '../ports/identity-provider.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { Unit } from '../ports/unit.ts'
import type { LedgerKeys } from './login-ledger-keys.ts'
import type { IssuedSession, SessionIssuer } from './session-issuer.ts'
import type { SessionKeys } from './session-keys.ts'
import type { SettlePeople } from './settle-people.ts'
import { together } from './together.ts'
import type { TokenService } from './token-service.ts'

const defaultRetryAfterMs = 60_000

interface Refused {
  refusal: Refusal
  /** When a code refused by a rate limit may be tried again. */
  retryAt: Date
}
type Outcome<Kind extends ExchangeOutcome['kind']> = Extract<ExchangeOutcome, { kind: Kind }>

/** The code was contested meanwhile, or the lease was lost: nothing of the answer may be stored. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'
}

export interface LoginSettlement {
  /**
   * Writes the result of an exchange: person, session, session_key and ledger entry in one transaction. Throws
   * LeaseLostError.
   */
  settle(request: LoginRequest, keys: LedgerKeys, outcome: ExchangeOutcome): Unit<IssuedSession | Refused>
  /** The response after a LeaseLostError. */
  giveUp(keys: LedgerKeys): Unit<Refused>
}

export function createLoginSettlement(deps: {
  ledger: LoginLedger
  settlePeople: SettlePeople
  issuer: SessionIssuer
  keys: SessionKeys
  tokens: TokenService
  clock: Clock
}): LoginSettlement {
  const { ledger, settlePeople, issuer, keys: sessionKeys, tokens, clock } = deps

  const origin = ({ platform, appId, deviceId, model }: LoginRequest) => ({
    device: { platform, appId, deviceHash: tokens.hashDevice(deviceId) },
    model: model ?? null,
  })

  function* signIn(request: LoginRequest, { subject, unionSubject, sessionKey }: Outcome<'identity'>) {
    const { platform, appId } = request
    const identity = { platform, appId, subject }
    const guestId = yield* settlePeople.findGuest(request.guestToken)
    const personId = yield* settlePeople.settlePerson(identity, unionSubject, guestId)
    const [keyEpoch, issued] = yield* together(
      sessionKeys.keep(identity, personId, sessionKey),
      issuer.issue({ ...origin(request), personId, identified: true }),
    )
    return { issued, keyEpoch, degraded: false }
  }

  function* becomeGuest(request: LoginRequest, { kind }: Outcome<'anonymous' | 'unavailable'>) {
    const personId = yield* settlePeople.settleGuest(yield* settlePeople.findGuest(request.guestToken))
    const issued = yield* issuer.issue({ ...origin(request), personId, identified: false })
    return { issued, keyEpoch: null, degraded: kind === 'unavailable' }
  }

  function* refuse(keys: LedgerKeys, refusal: Refusal, retryAt: Date = clock.now()): Unit<Refused> {
    const entry = yield* ledger.lock(keys.codeHash)
    const ours = entry?.state === 'leased' && entry.nonceHash === keys.nonceHash
    if (!ours) return { refusal: 'login.code_spent', retryAt }
    // A contested code is not to be tried again, whatever the platform said.
    const told = entry.contested && refusal === 'rate_limit.exceeded' ? 'login.code_spent' : refusal
    yield* ledger.update({ ...entry, state: 'refused', refusal: told, leaseUntil: retryAt })
    return { refusal: told, retryAt }
  }

  return {
    *settle(request, keys, outcome) {
      if (outcome.kind === 'refused') {
        const { refusal, retryAfterMs = defaultRetryAfterMs } = outcome
        // A rate limit passes, and the code may be valid afterwards; the other refusals are final.
        const limited = refusal === 'rate_limit.exceeded'
        return yield* refuse(keys, refusal, limited ? new Date(clock.now().getTime() + retryAfterMs) : undefined)
      }
      const isIdentity = outcome.kind === 'identity'
      const { issued, ...login } = isIdentity ? yield* signIn(request, outcome) : yield* becomeGuest(request, outcome)
      const answer = issuer.answer(issued, login)
      const isAnswered = yield* ledger.answer(keys, {
        tokenHash: issued.session.tokenHash,
        sealedAnswer: keys.sealAnswer(JSON.stringify(answer)),
        evenIfContested: !isIdentity,
      })
      if (!isAnswered) throw new LeaseLostError()
      return answer
    },
    giveUp: (keys) => refuse(keys, 'login.code_spent'),
  }
}

import { randomBytes } from 'node:crypto'
import { AppError } from '../domain/app-error.ts'
import { payloadFailuresAllowed, payloadFailureWindowMs, payloadLedgerMs } from '../domain/payload.ts'
import { Secret } from '../domain/secret.ts'
import type { Caller } from '../domain/session.ts'
import { createUlid } from '../lib/ulid.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { PayloadLedger } from '../ports/payload-ledger.ts'
import type { Opened, PayloadReader, PayloadSubject, SealedPayload } from '../ports/payload-reader.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import { findSubject } from './find-subject.ts'
import type { Keyring } from './keyring-service.ts'
import { derivePayloadKeys, type PayloadKeys } from './payload-keys.ts'
import type { HeldKey, SessionKeys } from './session-keys.ts'

/** A dummy key, used when no key is held, so that the timing is that of a wrong key. */
const decoy = new Secret(randomBytes(16).toString('base64'))
/** Current and previous. */
const keysTried = 2

export interface PayloadRequest<Payload extends SealedPayload, Value> {
  /** Failures are counted, and answers stored, per operation. */
  operation: string
  payload: Payload
  keyEpoch: number | undefined
  read(reader: PayloadReader, about: PayloadSubject, payload: Payload, key: Secret): Opened<Value> | undefined
}

export interface PayloadService {
  /**
   * Decrypts a payload that the caller's platform made for this person, and accepts it once: the same account gets its
   * first answer again. `prepare` may make calls about the value; the unit it returns runs in the transaction that
   * records the payload. Throws `registration.required`, `session_key.stale` for every flaw alike, and
   * `rate_limit.exceeded` after five of these in ten minutes.
   */
  settle<Payload extends SealedPayload, Value, Answer>(
    caller: Caller,
    request: PayloadRequest<Payload, Value>,
    prepare: (value: Value) => Promise<() => Unit<Answer>>,
  ): Promise<Answer>
}

type Attempt<Value> =
  | { kind: 'opened'; value: Value; held: HeldKey }
  | { kind: 'repeated'; sealedAnswer: string }
  | { kind: 'failed' }
  | { kind: 'locked'; until: Date }

export function createPayloadService(deps: {
  store: Store
  people: PersonStore
  payloads: PayloadLedger
  apps: AppDirectory
  keys: SessionKeys
  keyring: Keyring
  payloadMaxAgeMs: number
  rateLimitFactor: number
  clock: Clock
}): PayloadService {
  const { store, people, payloads, apps, keys, keyring, payloadMaxAgeMs, clock } = deps
  const failuresAllowed = Math.ceil(payloadFailuresAllowed * deps.rateLimitFactor)

  /** One transaction under the person's lock, so that concurrent calls cannot exceed the number of attempts. */
  function* attempt<Payload extends SealedPayload, Value>(
    { personId, session }: Caller,
    { operation, payload, keyEpoch, read }: PayloadRequest<Payload, Value>,
    { payloadHash }: PayloadKeys,
    reader: PayloadReader | null | undefined,
  ): Unit<Attempt<Value>> {
    const now = clock.now()
    if (!(yield* people.lock(personId))) throw new AppError('session.expired')
    const since = new Date(now.getTime() - payloadFailureWindowMs)
    const counted = yield* payloads.findFailure({ personId, operation, nthLast: failuresAllowed, since })
    if (counted) return { kind: 'locked', until: new Date(counted.getTime() + payloadFailureWindowMs) }

    const { platform, appId } = session
    const subject = yield* findSubject(people, { personId, platform, appId })
    const known = yield* payloads.find(payloadHash)
    const usable = yield* keys.listUsable({ personId, platform, appId }, keyEpoch)
    const opened = Array.from({ length: keysTried }, (_, index) => {
      const held = usable[index]
      const about = { appId, subject: subject ?? '' }
      const found = reader && read(reader, about, payload, held?.key ?? decoy)
      const isFresh = found && Math.abs(now.getTime() - found.madeAt.getTime()) <= payloadMaxAgeMs
      return held && isFresh ? { held, value: found.value } : undefined
    }).find((each) => each !== undefined)

    if (known?.personId === personId) return { kind: 'repeated', sealedAnswer: known.sealedAnswer }
    if (opened && !known) return { kind: 'opened', ...opened }
    yield* payloads.insertFailure({ id: createUlid(now), personId, operation, failedAt: now })
    return { kind: 'failed' }
  }

  return {
    async settle(caller, request, prepare) {
      if (!caller.registered) throw new AppError('registration.required')
      const { personId, session } = caller
      const { platform, appId } = session
      const parts = Object.entries(request.payload).sort(([one], [other]) => (one < other ? -1 : 1))
      const box = derivePayloadKeys(keyring.ledger, [platform, appId, request.operation, ...parts.flat()])
      const registered = await apps.find(platform, appId)
      const found = await store.write(() => attempt(caller, request, box, registered?.payloadReader))
      if (found.kind === 'locked') {
        throw new AppError('rate_limit.exceeded', { retryAfterMs: found.until.getTime() - clock.now().getTime() })
      }
      if (found.kind === 'repeated') return openAnswer(box, found.sealedAnswer)
      if (found.kind === 'failed') throw new AppError('session_key.stale')

      const apply = await prepare(found.value)
      return store.write(function* () {
        // Consent may have been withdrawn during those calls.
        const person = yield* people.lock(personId)
        if (person?.registeredAt == null) throw new AppError('registration.required')
        const settled = yield* payloads.find(box.payloadHash)
        if (settled && settled.personId !== personId) throw new AppError('session_key.stale')
        if (settled) return openAnswer(box, settled.sealedAnswer)
        const answer = yield* apply()
        yield* keys.touch(found.held)
        const expiresAt = new Date(clock.now().getTime() + payloadLedgerMs)
        const sealedAnswer = box.sealAnswer(JSON.stringify(answer))
        const isFirst = yield* payloads.insert({ payloadHash: box.payloadHash, personId, sealedAnswer, expiresAt })
        if (!isFirst) throw new AppError('session_key.stale') // another account used the payload first
        return answer
      })
    },
  }
}

/** An answer from an altered row or another version is not returned. */
function openAnswer(box: PayloadKeys, sealed: string) {
  try {
    return JSON.parse(box.openAnswer(sealed))
  } catch (cause) {
    throw new AppError('session_key.stale', { cause })
  }
}

import type { Platform } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { AppKey, AppRecord } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'
import { type SecretReceipt, secretLinkMs, secretLinkTries } from '../domain/secret-link.ts'
import { createTakeTurns } from '../lib/take-turns.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { SecretLinkStore } from '../ports/secret-link-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import { auditTarget } from './app-registry.ts'
import type { NoteAudit } from './audit.ts'
import type { IntakeOutcome, SecretIntake } from './secret-intake.ts'
import type { TokenService } from './token-service.ts'

/** The path of the page on this server. */
export const secretPagePath = '/secret/'

/** The app to which a link or receipt belongs. */
export interface NamedApp {
  platform: Platform
  appId: string
  label: string
}

export interface ShownReceipt extends NamedApp {
  fingerprint: string
  keptAt: Date
  /** `replaced`: another secret replaced it, and it is no longer stored. */
  state: 'kept' | 'replaced' | 'withdrawn'
}

export interface Submission {
  app: NamedApp
  outcome: IntakeOutcome
}

/**
 * Lets the owner of an app submit its secret without the developer seeing it. All methods throw `request.not_found` for
 * an invalid link or receipt; unknown, used and expired ones are indistinguishable.
 */
export interface SecretLinkService {
  /** The link to send to the owner: single-use, valid for 15 minutes. `undefined` if the app does not exist. */
  create(key: AppKey, actor: string): Promise<{ url: string; expiresAt: Date } | undefined>
  /** What the owner is asked for; does not use up the link. */
  describe(link: string): Promise<NamedApp & { expiresAt: Date }>
  /**
   * Uses up the link once the platform has accepted the secret; a few failed attempts are allowed. Repeating the same
   * link and receipt returns the same answer, in case it was lost. Throws `rate_limit.exceeded` when no attempt is
   * left.
   */
  submit(link: string, handover: { secret: Secret; receipt: string }): Promise<Submission>
  demandReceipt(receipt: string): Promise<ShownReceipt>
  /** Deletes the secret for which the receipt was issued, and earlier ones. */
  withdraw(receipt: string): Promise<ShownReceipt>
}

export function createSecretLinkService(deps: {
  store: Store
  registeredApps: AppStore
  secretLinks: SecretLinkStore
  secretIntake: SecretIntake
  tokens: TokenService
  note: NoteAudit
  clock: Clock
  /** Without a trailing slash. */
  publicUrl: string | null
}): SecretLinkService {
  const { store, registeredApps, secretLinks, secretIntake, tokens, note, clock, publicUrl } = deps
  const owner = 'owner'
  const takeTurns = createTakeTurns()

  function* demandApp(appRowId: string): Unit<AppRecord> {
    const app = (yield* registeredApps.list()).find(({ id }) => id === appRowId)
    if (!app) throw new AppError('request.not_found')
    return app
  }

  function* open(linkHash: string) {
    const link = yield* secretLinks.find(linkHash, clock.now())
    if (!link) throw new AppError('request.not_found')
    return { link, app: yield* demandApp(link.appRowId) }
  }

  function* readReceipt(receiptHash: string): Unit<{ receipt: SecretReceipt; app: AppRecord }> {
    const receipt = yield* secretLinks.findReceipt(receiptHash)
    if (!receipt) throw new AppError('request.not_found')
    return { receipt, app: yield* demandApp(receipt.appRowId) }
  }

  function* show({ receipt, app }: { receipt: SecretReceipt; app: AppRecord }): Unit<ShownReceipt> {
    const isKept = (yield* registeredApps.listSecrets()).some(
      ({ appRowId, version, goodUntil }) =>
        appRowId === app.id && version === receipt.version && (goodUntil === null || goodUntil > clock.now()),
    )
    const { fingerprint, createdAt: keptAt, withdrawnAt } = receipt
    return { ...nameOf(app), fingerprint, keptAt, state: withdrawnAt ? 'withdrawn' : isKept ? 'kept' : 'replaced' }
  }

  async function submitInTurn(
    linkHash: string,
    { secret, receipt }: { secret: Secret; receipt: string },
  ): Promise<Submission> {
    const receiptHash = tokens.hashSecretReceipt(receipt)
    const begun = await store.write(function* () {
      const given = yield* secretLinks.findReceipt(receiptHash)
      if (given?.linkHash === linkHash) return { given, app: yield* demandApp(given.appRowId) }
      const isTaken = yield* secretLinks.takeTry(linkHash, clock.now(), secretLinkTries)
      const { app } = yield* open(linkHash)
      if (!isTaken) throw new AppError('rate_limit.exceeded', { retryAfterMs: secretLinkMs })
      return { app }
    })
    const app = nameOf(begun.app)
    if (begun.given) return { app, outcome: { kind: 'kept', fingerprint: begun.given.fingerprint } }
    const outcome = await secretIntake.handOver({
      key: begun.app,
      secret,
      actor: owner,
      action: 'secret.submit',
      *alongside({ appRowId, version, fingerprint }) {
        const createdAt = clock.now()
        if (!(yield* secretLinks.claim(linkHash, createdAt))) throw new AppError('request.not_found')
        const receiptOfIt = { receiptHash, linkHash, appRowId, version, fingerprint, createdAt, withdrawnAt: null }
        yield* secretLinks.insertReceipt(receiptOfIt)
      },
    })
    return { app, outcome }
  }

  return {
    async create(key, actor) {
      if (publicUrl === null) throw new Error('a link needs the address of this server')
      const token = tokens.create()
      const createdAt = clock.now()
      const expiresAt = new Date(createdAt.getTime() + secretLinkMs)
      const isKnown = await store.write(function* () {
        const app = yield* registeredApps.lock(key)
        if (!app) return false
        yield* secretLinks.insert({ linkHash: tokens.hashSecretLink(token), appRowId: app.id, createdAt, expiresAt })
        yield* note({ actor, action: 'secret.link', target: auditTarget(key) })
        return true
      })
      return isKnown ? { url: `${publicUrl}${secretPagePath}#${token}`, expiresAt } : undefined
    },

    describe: (token) =>
      store.read(function* () {
        const { link, app } = yield* open(tokens.hashSecretLink(token))
        return { ...nameOf(app), expiresAt: link.expiresAt }
      }),

    submit(token, handover) {
      const linkHash = tokens.hashSecretLink(token)
      // A second tap gets the result of the first and costs no attempt.
      return takeTurns(linkHash, () => submitInTurn(linkHash, handover))
    },

    demandReceipt: (receipt) =>
      store.read(function* () {
        return yield* show(yield* readReceipt(tokens.hashSecretReceipt(receipt)))
      }),

    async withdraw(receipt) {
      const receiptHash = tokens.hashSecretReceipt(receipt)
      const found = await store.read(() => readReceipt(receiptHash))
      await secretIntake.withdraw(found.app, {
        actor: owner,
        upTo: found.receipt.version,
        alongside: () => secretLinks.markWithdrawn(receiptHash, clock.now()),
      })
      return store.read(function* () {
        return yield* show(yield* readReceipt(receiptHash))
      })
    },
  }
}

const nameOf = ({ platform, appId, label }: AppRecord): NamedApp => ({ platform, appId, label })

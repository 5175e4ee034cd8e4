import type { AppKey, AppRecord, SealedAppSecret } from '../domain/registered-app.ts'
import type { Secret } from '../domain/secret.ts'
import type { SecretVerdict } from '../domain/secret-verdict.ts'
import type { AccessTokenStore } from '../ports/access-token-store.ts'
import type { PlatformChecks } from '../ports/app-directory.ts'
import type { AppStore } from '../ports/app-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { CachedAppDirectory } from './app-directory.ts'
import { auditTarget } from './app-registry.ts'
import type { NoteAudit } from './audit.ts'
import type { Vault } from './vault.ts'

export type IntakeOutcome =
  | { kind: 'kept'; fingerprint: string }
  /** It is already the current secret. */
  | { kind: 'same'; fingerprint: string }
  | Exclude<SecretVerdict, { kind: 'taken' }>
  /** The platform is not configured on this server, so the secret cannot be verified. */
  | { kind: 'unsupported' }
  | { kind: 'unknown-app' }
  /** There is no secret to replace. */
  | { kind: 'nothing-to-rotate' }

export interface Handover {
  key: AppKey
  secret: Secret
  actor: string
  /** `set` deletes earlier secrets at once; the others keep the previous one valid for the overlap. */
  action: 'secret.set' | 'secret.rotate' | 'secret.submit'
  /** Runs in the transaction that stores the secret; if it throws, the secret is not stored. */
  alongside?: (kept: SealedAppSecret) => Unit<void>
}

export interface SecretIntake {
  /** Verifies a secret with the platform, and stores it if it is accepted. */
  handOver(handover: Handover): Promise<IntakeOutcome>
  /**
   * Deletes an app's secrets up to a version (without one: all), and the access token obtained with them. Returns their
   * number; `undefined` if the app does not exist.
   */
  withdraw(
    key: AppKey,
    choice: { actor: string; upTo?: number; alongside?: () => Unit<void> },
  ): Promise<number | undefined>
}

export function createSecretIntake(deps: {
  store: Store
  registeredApps: AppStore
  accessTokens: AccessTokenStore
  vault: Vault
  checks: PlatformChecks
  apps: Pick<CachedAppDirectory, 'refresh'>
  note: NoteAudit
}): SecretIntake {
  const { store, registeredApps, accessTokens, vault, checks, apps, note } = deps

  function* findCurrent(app: AppRecord): Unit<SealedAppSecret | undefined> {
    const secrets = yield* registeredApps.listSecrets()
    return secrets.find(({ appRowId, goodUntil }) => appRowId === app.id && goodUntil === null)
  }

  function* keep({ key, secret, actor, action, alongside }: Handover): Unit<IntakeOutcome> {
    const app = yield* registeredApps.lock(key)
    if (!app) return { kind: 'unknown-app' }
    const current = yield* findCurrent(app)
    if (action === 'secret.rotate' && !current) return { kind: 'nothing-to-rotate' }
    const isSame = action !== 'secret.set' && current?.fingerprint === vault.fingerprint(app, secret)
    if (action === 'secret.set') yield* registeredApps.removeSecretsUpTo(app.id, app.secretVersion)
    const kept = isSame && current ? current : yield* vault.keep(app, secret)
    const { fingerprint } = kept
    if (alongside) yield* alongside(kept)
    if (isSame) return { kind: 'same', fingerprint }
    yield* note({ actor, action, target: auditTarget(key), detail: `fingerprint ${fingerprint}` })
    return { kind: 'kept', fingerprint }
  }

  return {
    async handOver(handover) {
      const { platform, appId } = handover.key
      const check = checks[platform]?.secretCheck
      if (!check) return { kind: 'unsupported' }
      const verdict = await check.check(appId, handover.secret)
      if (verdict.kind !== 'taken') return verdict
      const outcome = await store.write(() => keep(handover))
      apps.refresh()
      return outcome
    },

    async withdraw(key, { actor, upTo, alongside }) {
      const count = await store.write(function* () {
        const app = yield* registeredApps.lock(key)
        if (!app) return undefined
        const removed = yield* registeredApps.removeSecretsUpTo(app.id, upTo ?? app.secretVersion)
        if (alongside) yield* alongside()
        if (removed === 0) return 0
        yield* accessTokens.update({ ...(yield* accessTokens.lock(key)), token: null })
        const detail = removed === 1 ? '1 secret' : `${removed} secrets`
        yield* note({ actor, action: 'secret.withdraw', target: auditTarget(key), detail })
        return removed
      })
      apps.refresh()
      return count
    },
  }
}

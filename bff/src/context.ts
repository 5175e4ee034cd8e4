import { join } from 'node:path'
import { createAlipayApps } from './adapters/alipay/alipay-apps.ts'
import { createDouyinApps } from './adapters/douyin/douyin-apps.ts'
import { createFileAvatarStore } from './adapters/files/file-avatar-store.ts'
import { createSharpImageEncoder } from './adapters/images/sharp-image-encoder.ts'
import { createMemoryCounterStore } from './adapters/memory/memory-counter-store.ts'
import { createPrometheusMetrics, type PrometheusMetrics } from './adapters/prometheus/prometheus-metrics.ts'
import type { SharedByRedis } from './adapters/redis/open-redis.ts'
import { announceChanges } from './adapters/sql/announce-changes.ts'
import { chooseCopies } from './adapters/sql/choose-copies.ts'
import type { SqlStores } from './adapters/sql/sql-stores.ts'
import { joinPlatforms } from './adapters/upstream/platform-apps.ts'
import { createWeChatApps } from './adapters/wechat/wechat-apps.ts'
import type { Config } from './config/config.ts'
import { loadMasterKeys } from './config/master-key.ts'
import { createLogger } from './lib/logger.ts'
import type { PlatformChecks } from './ports/app-directory.ts'
import type { AvatarStore } from './ports/avatar-store.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import type { CounterStore } from './ports/counter-store.ts'
import type { Log } from './ports/log.ts'
import type { Metrics } from './ports/metrics.ts'
import { toOneself } from './ports/session-broadcast.ts'
import type { Store } from './ports/store.ts'
import type { StoreCopies } from './ports/store-copies.ts'
import type { Unit } from './ports/unit.ts'
import { type AccountJoinService, createAccountJoinService } from './services/account-join-service.ts'
import { type CachedAppDirectory, createAppDirectory } from './services/app-directory.ts'
import { type AppRegistry, createAppRegistry } from './services/app-registry.ts'
import { createNoteAudit, createNoteOnPerson, type NoteAudit } from './services/audit.ts'
import { type AuditService, createAuditService } from './services/audit-service.ts'
import { createAvatarBin } from './services/avatar-bin.ts'
import { type CallerCache, createCallerCache } from './services/caller-cache.ts'
import { type ConsentService, createConsentService } from './services/consent-service.ts'
import { createContentJudge } from './services/content-judge.ts'
import { type ContentModeration, createContentModeration } from './services/content-moderation.ts'
import { createContentReviewService } from './services/content-review-service.ts'
import { createEndMembership } from './services/end-membership.ts'
import { createEraser, type Eraser } from './services/eraser.ts'
import { createExportService, type ExportService } from './services/export-service.ts'
import { createGuestService, type GuestService } from './services/guest-service.ts'
import { createHousekeepingService, type HousekeepingService } from './services/housekeeping-service.ts'
import { createJoinPeople } from './services/join-people.ts'
import { createKeyRotation, type KeyRotation } from './services/key-rotation.ts'
import { type Keyring, openKeyring } from './services/keyring-service.ts'
import { createLoginClaim } from './services/login-claim.ts'
import { createLoginService, type LoginService } from './services/login-service.ts'
import { createLoginSettlement } from './services/login-settlement.ts'
import { createLoginWatch, type LoginWatch } from './services/login-watch.ts'
import { createPayloadService } from './services/payload-service.ts'
import { createPhoneService, type PhoneService } from './services/phone-service.ts'
import { createPlatformKeyService, type PlatformKeyService } from './services/platform-key-service.ts'
import { createPlatformProfileService, type PlatformProfileService } from './services/platform-profile-service.ts'
import { createProfileContent } from './services/profile-content.ts'
import { createPushService, type PushService } from './services/push-service.ts'
import { createRegistrationService, type RegistrationService } from './services/registration-service.ts'
import { createSealedPhoneService, type SealedPhoneService } from './services/sealed-phone-service.ts'
import { createSecretIntake, type SecretIntake } from './services/secret-intake.ts'
import { createSecretLinkService, type SecretLinkService } from './services/secret-link-service.ts'
import { seedApps } from './services/seed-apps.ts'
import { createSessionIssuer } from './services/session-issuer.ts'
import { createSessionKeys } from './services/session-keys.ts'
import { createSessionService, type SessionService } from './services/session-service.ts'
import { createSettleIdentity } from './services/settle-identity.ts'
import { createSettlePeople } from './services/settle-people.ts'
import { createTokenService, type TokenService } from './services/token-service.ts'
import { createDeviceReportService, type DeviceReportService } from './services/trail/device-report-service.ts'
import { createDeviceService, type DeviceService } from './services/trail/device-service.ts'
import { createOverviewService, type OverviewService } from './services/trail/overview-service.ts'
import { createFinishRide } from './services/trail/ride-finish.ts'
import { createCountSamples } from './services/trail/ride-samples.ts'
import { createRideService, type RideService } from './services/trail/ride-service.ts'
import { createScanService, type ScanService } from './services/trail/scan-service.ts'
import { createSportService, type SportService } from './services/trail/sport-service.ts'
import { createStepService, type StepService } from './services/trail/step-service.ts'
import { createTrailProduct } from './services/trail/trail-product.ts'
import { createTrailService, type TrailService } from './services/trail/trail-service.ts'
import { createReadUserFacts, createUserPresenter } from './services/user-presenter.ts'
import { createUserService, type UserService } from './services/user-service.ts'
import { createVault, type Vault } from './services/vault.ts'
import { createWebRegistrationService, type WebRegistrationService } from './services/web-registration-service.ts'
import { createWithdrawalService, type WithdrawalService } from './services/withdrawal-service.ts'

export interface AppServices {
  config: Config
  log: Log
  metrics: PrometheusMetrics
  loginWatch: LoginWatch
  store: Store
  avatars: AvatarStore
  counters: CounterStore
  login: LoginService
  guests: GuestService
  sessions: SessionService
  users: UserService
  registrations: RegistrationService
  phones: PhoneService
  sealedPhones: SealedPhoneService
  consents: ConsentService
  accountJoins: AccountJoinService
  exports: ExportService
  eraser: Eraser
  webRegistrations: WebRegistrationService
  platformKeys: PlatformKeyService
  platformProfiles: PlatformProfileService
  overview: OverviewService
  scans: ScanService
  rides: RideService
  reports: DeviceReportService
  sport: SportService
  steps: StepService
  trails: TrailService
  devices: DeviceService
  audit: AuditService
  contentModeration: ContentModeration
  withdrawals: WithdrawalService
  pushes: PushService
  registry: AppRegistry
  secretIntake: SecretIntake
  secretLinks: SecretLinkService
  housekeeping: HousekeepingService
}

/** Everything, including what operator commands need. */
export interface AppContext extends AppServices {
  stores: SqlStores
  keyring: Keyring
  keyRotation: KeyRotation
  vault: Vault
  apps: CachedAppDirectory
  tokens: TokenService
  clock: Clock
  /** Whether Redis answers; `null` if none is used. */
  pingRedis: (() => Promise<boolean>) | null
  dispose(): Promise<void>
}

/** More than it takes to ask. */
const toleratedSkewMs = 2000

/** Parts that tests can replace. */
export interface ContextOverrides {
  clock?: Clock
  log?: Log
}

/**
 * Picks the adapters and builds the services. Throws FolderInUseError, MasterKeyError, or AppError
 * `storage.unavailable` when the store cannot be opened.
 */
export async function createContext(config: Config, overrides: ContextOverrides = {}): Promise<AppContext> {
  const log = overrides.log ?? createLogger(config.logLevel)
  const metrics = createPrometheusMetrics()
  const opened = await openStores(config, metrics)
  const clock = overrides.clock ?? opened.clock ?? systemClock
  if (clock === opened.clock) warnOfSkew(clock, log)
  const redis = await openShared(config, log)
  const close = async () => {
    redis?.close()
    await opened.store.close()
  }
  try {
    const broadcast = config.databaseUrl === null ? toOneself : redis?.broadcast
    const readFacts = createReadUserFacts(opened)
    const callers = createCallerCache({ ...opened, readFacts, broadcast, clock })
    const stores = broadcast ? { ...opened, store: announceChanges(opened.store, callers.announce) } : opened
    const masterKeys = loadMasterKeys(config)
    const keyring = await openKeyring({ ...stores, masterKeys, clock })
    // Any lease from before is dead, because only one process at a time uses this folder.
    if (config.databaseUrl === null) await stores.store.write(() => abandonLeases(stores, clock))
    const parts = { ...stores, keyring, metrics, clock, log }
    const vault = createVault({ ...parts, ...config })
    const note = createNoteAudit(parts)
    await seedApps({ ...parts, vault, note }, config.apps)
    const platforms = joinPlatforms(
      createWeChatApps(config, parts),
      createAlipayApps(config, parts),
      createDouyinApps(config, parts),
    )
    const exclusive = config.databaseUrl === null
    const apps = createAppDirectory({ ...parts, vault, providers: platforms.providers, exclusive })
    const checks = platforms.providers
    const given = { config, stores, callers, redis, keyring, vault, checks, note, apps, metrics, clock, log }
    const services = createServices(given)
    return {
      ...services,
      stores,
      keyring,
      keyRotation: createKeyRotation({ ...stores, masterKeys, note }),
      vault,
      apps,
      tokens: createTokenService(keyring['token-pepper']),
      clock,
      pingRedis: redis?.ping ?? null,
      async dispose() {
        await platforms.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

function warnOfSkew(clock: Clock, log: Log): void {
  const aheadMs = Date.now() - clock.now().getTime()
  if (Math.abs(aheadMs) < toleratedSkewMs) return
  log.warn(
    { event: 'clock.skewed', aheadMs },
    'the clock of this machine differs from that of PostgreSQL, which is used',
  )
}

/** Backup and restore; `undefined` if PostgreSQL's tools are missing. */
export const findCopies = (config: Config): StoreCopies | undefined => chooseCopies(config)

/** Opens the store: the embedded one, which this process owns, or PostgreSQL, which processes share. */
export async function openStores(config: Config, metrics?: Metrics): Promise<SqlStores & { clock?: Clock }> {
  if (config.databaseUrl === null) {
    const { openSqliteStore } = await import('./adapters/sql/sqlite-store.ts')
    return openSqliteStore(config.dataDir, metrics?.observeCommit)
  }
  const { openPostgresStore } = await import('./adapters/sql/postgres-store.ts')
  return openPostgresStore(config.databaseUrl)
}

async function openShared({ redis }: Config, log: Log): Promise<SharedByRedis | undefined> {
  if (redis === null) return undefined
  const { openRedis } = await import('./adapters/redis/open-redis.ts')
  return openRedis({ ...redis, log })
}

function* abandonLeases({ ledger, accessTokens }: SqlStores, clock: Clock): Unit<void> {
  yield* ledger.abandonLeases(clock.now())
  yield* accessTokens.abandonLeases()
}

function createServices(given: {
  config: Config
  stores: SqlStores
  callers: CallerCache
  redis: SharedByRedis | undefined
  keyring: Keyring
  vault: Vault
  checks: PlatformChecks
  note: NoteAudit
  apps: CachedAppDirectory
  metrics: PrometheusMetrics
  clock: Clock
  log: Log
}): AppServices {
  const { config, stores, callers, redis, keyring, vault, checks, note, apps, metrics, clock, log } = given
  const loginWatch = createLoginWatch({ metrics, clock })
  const tokens = createTokenService(keyring['token-pepper'])
  const present = createUserPresenter({ readFacts: createReadUserFacts(stores), clock })
  const avatars = createFileAvatarStore(join(config.dataDir, 'avatars'))
  const avatarBin = createAvatarBin({ ...stores, avatars, clock })
  const keys = createSessionKeys({ ...stores, ...config, keyring, clock, log })
  const overview = createOverviewService({ ...stores, ...config, clock })
  const finishRide = createFinishRide({ ...stores, clock })
  const product = createTrailProduct({ ...stores, overview, finishRide, clock })
  const profileContent = createProfileContent({ ...stores, avatarBin, clock })
  const noteOnPerson = createNoteOnPerson({ note, tokens })
  const joinPeople = createJoinPeople({
    ...stores,
    product,
    keys,
    keyring,
    avatarBin,
    profileContent,
    noteOnPerson,
    clock,
  })
  const settleIdentity = createSettleIdentity({ ...stores, joinPeople, clock })
  const settlePeople = createSettlePeople({ ...stores, tokens, settleIdentity, joinPeople, clock })
  const issuer = createSessionIssuer({ ...stores, ...config, tokens, present, clock })
  const payloadService = createPayloadService({
    ...stores,
    ...config,
    rateLimitFactor: config.rateLimits.factor,
    apps,
    keys,
    keyring,
    clock,
  })
  const countSamples = createCountSamples({ ...stores, clock })
  const judge = createContentJudge({ ...stores, ...config, apps, log })
  const contentReviews = createContentReviewService({
    ...stores,
    profileContent,
    judge,
    avatarBin,
    product,
    clock,
    log,
  })
  const shared = {
    ...stores,
    ...config,
    product,
    apps,
    callers,
    tokens,
    settlePeople,
    issuer,
    present,
    joinPeople,
    keys,
    payloadService,
    keyring,
    vault,
    checks,
    note,
    noteOnPerson,
    avatars,
    avatarBin,
    profileContent,
    judge,
    contentReviews,
    countSamples,
    finishRide,
    overview,
    loginWatch,
    metrics,
    clock,
    log,
  }
  const phones = createPhoneService(shared)
  const parts = { ...shared, phones, endMembership: createEndMembership(shared) }
  const sport = createSportService(parts)
  const eraser = createEraser(parts)
  const withdrawals = createWithdrawalService({ ...parts, eraser })
  const secretIntake = createSecretIntake(parts)
  return {
    config,
    log,
    metrics,
    loginWatch,
    store: stores.store,
    avatars,
    counters: redis?.counters ?? createMemoryCounterStore(),
    login: createLoginService({ ...parts, claims: createLoginClaim(parts), settlement: createLoginSettlement(parts) }),
    guests: createGuestService(parts),
    sessions: createSessionService(parts),
    users: createUserService({ ...parts, images: createSharpImageEncoder() }),
    registrations: createRegistrationService(parts),
    phones,
    sealedPhones: createSealedPhoneService(parts),
    consents: createConsentService(parts),
    accountJoins: createAccountJoinService(parts),
    exports: createExportService(parts),
    eraser,
    webRegistrations: createWebRegistrationService({ ...parts, h5Url: config.h5Url }),
    overview,
    platformKeys: createPlatformKeyService(parts),
    platformProfiles: createPlatformProfileService(parts),
    scans: createScanService(parts),
    rides: createRideService(parts),
    reports: createDeviceReportService(parts),
    sport,
    steps: createStepService({ ...parts, sport }),
    trails: createTrailService(parts),
    devices: createDeviceService(parts),
    audit: createAuditService(parts),
    contentModeration: createContentModeration(parts),
    withdrawals,
    pushes: createPushService({ ...parts, withdrawals }),
    registry: createAppRegistry(parts),
    secretIntake,
    secretLinks: createSecretLinkService({ ...parts, secretIntake }),
    housekeeping: createHousekeepingService(parts),
  }
}

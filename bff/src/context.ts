import { join } from 'node:path'
import { createFileAvatarStore } from './adapters/files/file-avatar-store.ts'
import type { SqlStores } from './adapters/sql/sql-stores.ts'
import { createWeChatApps } from './adapters/wechat/wechat-apps.ts'
import type { Config } from './config/config.ts'
import { loadMasterKey } from './config/master-key.ts'
import { createLogger } from './lib/logger.ts'
import type { AvatarStore } from './ports/avatar-store.ts'
import { type Clock, systemClock } from './ports/clock.ts'
import type { Log } from './ports/log.ts'
import type { Store } from './ports/unit.ts'
import { createDeviceReportService, type DeviceReportService } from './services/device-report-service.ts'
import { createGuestService, type GuestService } from './services/guest-service.ts'
import { createHousekeepingService, type HousekeepingService } from './services/housekeeping-service.ts'
import { openKeyring } from './services/keyring-service.ts'
import { createLoginService, type LoginService } from './services/login-service.ts'
import { createLoginSettlement } from './services/login-settlement.ts'
import { createOverviewService, type OverviewService } from './services/overview-service.ts'
import { createRegistrationService, type RegistrationService } from './services/registration-service.ts'
import { createCountSamples } from './services/ride-samples.ts'
import { createRideService, type RideService } from './services/ride-service.ts'
import { createScanService, type ScanService } from './services/scan-service.ts'
import { createSessionIssuer } from './services/session-issuer.ts'
import { createSessionService, type SessionService } from './services/session-service.ts'
import { createSportService, type SportService } from './services/sport-service.ts'
import { createTokenService } from './services/token-service.ts'
import { createTrailService, type TrailService } from './services/trail-service.ts'
import { createUserService, type UserService } from './services/user-service.ts'

export interface AppServices {
  config: Config
  log: Log
  store: Store
  avatars: AvatarStore
  login: LoginService
  guests: GuestService
  sessions: SessionService
  users: UserService
  registrations: RegistrationService
  overview: OverviewService
  scans: ScanService
  rides: RideService
  reports: DeviceReportService
  sport: SportService
  trails: TrailService
  housekeeping: HousekeepingService
}

export interface AppContext extends AppServices {
  dispose(): Promise<void>
}

/** The parts that tests replace. */
export interface ContextOverrides {
  clock?: Clock
  log?: Log
}

/**
 * Picks the adapters and builds the services. Throws FolderInUseError, MasterKeyError, or AppError
 * `storage.unavailable` when the store cannot be opened.
 */
export async function createContext(config: Config, overrides: ContextOverrides = {}): Promise<AppContext> {
  const clock = overrides.clock ?? systemClock
  const log = overrides.log ?? createLogger(config.logLevel)
  const stores = await openStores(config)
  const wechat = createWeChatApps(config, clock, log)
  const dispose = async () => {
    await wechat.close()
    await stores.store.close()
  }
  try {
    return { ...(await createServices(config, stores, wechat.apps, clock, log)), dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

export type Stores = SqlStores

/** The store in the data folder, which this process owns, or PostgreSQL, which many share. */
export async function openStores(config: Config): Promise<SqlStores> {
  if (config.databaseUrl === null) {
    const { openSqliteStore } = await import('./adapters/sql/sqlite-store.ts')
    return openSqliteStore(config.dataDir)
  }
  const { openPostgresStore } = await import('./adapters/sql/postgres-store.ts')
  return openPostgresStore(config.databaseUrl)
}

async function createServices(
  config: Config,
  stores: SqlStores,
  apps: ReturnType<typeof createWeChatApps>['apps'],
  clock: Clock,
  log: Log,
): Promise<AppServices> {
  const { store, ledger } = stores
  const keyring = await openKeyring({ ...stores, masterKey: loadMasterKey(config), clock })
  // Whoever held a lease in this folder before is dead: only one process ever owns it.
  if (config.databaseUrl === null) await store.write(() => ledger.abandonLeases(clock.now()))

  const tokens = createTokenService(keyring['token-pepper'])
  const issuer = createSessionIssuer({ ...stores, tokens, clock })
  const avatars = createFileAvatarStore(join(config.dataDir, 'avatars'))
  const countSamples = createCountSamples(stores)
  const parts = { ...stores, apps, tokens, issuer, keyring, avatars, countSamples, clock, log }
  return {
    config,
    log,
    store,
    avatars,
    login: createLoginService({ ...parts, settle: createLoginSettlement(parts) }),
    guests: createGuestService(parts),
    sessions: createSessionService(parts),
    users: createUserService(parts),
    registrations: createRegistrationService(parts),
    overview: createOverviewService(parts),
    scans: createScanService(parts),
    rides: createRideService(parts),
    reports: createDeviceReportService(parts),
    sport: createSportService(parts),
    trails: createTrailService(parts),
    housekeeping: createHousekeepingService(parts),
  }
}

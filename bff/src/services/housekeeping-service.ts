import { longestRideMs } from '../domain/ride.ts'
import { sessionAbsoluteMs, sessionIdleMs } from '../domain/session.ts'
import type { Clock } from '../ports/clock.ts'
import type { DeviceStore } from '../ports/device-store.ts'
import type { Log } from '../ports/log.ts'
import type { LoginLedger } from '../ports/login-ledger.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { RideStore } from '../ports/ride-store.ts'
import type { SessionKeyStore } from '../ports/session-key-store.ts'
import type { SessionStore } from '../ports/session-store.ts'
import type { Store } from '../ports/unit.ts'

const everyMs = 10 * 60_000
const guestMs = 30 * 86_400_000
/** A session_key nobody used for this long is of no use to the platform either. */
const sessionKeyMs = 3 * 86_400_000

export interface HousekeepingService {
  /** Forgets what has expired. */
  sweep(): Promise<void>
  /** Sweeps on and on; returns the stop. */
  start(): () => void
}

export function createHousekeepingService(deps: {
  store: Store
  ledger: LoginLedger
  sessions: SessionStore
  sessionKeys: SessionKeyStore
  people: PersonStore
  devices: DeviceStore
  rides: RideStore
  clock: Clock
  log: Log
}): HousekeepingService {
  const { store, ledger, sessions, sessionKeys, people, devices, rides, clock, log } = deps
  const ago = (ms: number) => new Date(clock.now().getTime() - ms)

  const sweep = () =>
    store.write(function* () {
      yield* ledger.removeExpired(clock.now())
      yield* sessions.removeExpired({ lastSeenBefore: ago(sessionIdleMs), createdBefore: ago(sessionAbsoluteMs) })
      yield* sessionKeys.removeOlderThan(ago(sessionKeyMs))
      yield* devices.removeExpiredIntents(clock.now())
      yield* rides.finishForgotten(ago(longestRideMs), clock.now())
      yield* people.removeAbandoned(ago(guestMs))
    })

  return {
    sweep,
    start() {
      const timer = setInterval(() => sweep().catch((err) => log.warn({ err }, 'sweep failed')), everyMs)
      timer.unref()
      return () => clearInterval(timer)
    },
  }
}

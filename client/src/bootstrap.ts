import { type ApiClient, createApiClient, type SessionAccess } from './api/api-client'
import { createLeaderboardStore, type LeaderboardStore } from './features/leaderboard/leaderboard-store'
import { createOverviewStore, type OverviewStore } from './features/overview/overview-store'
import { createProfileStore, type ProfileStore } from './features/profile/profile-store'
import { createRegistrationStore, type RegistrationStore } from './features/registration/registration-store'
import { createWebRegistrationStore, type WebRegistrationStore } from './features/registration/web-registration-store'
import { createRideStore, type RideStore } from './features/ride/ride-store'
import { createScanStore, type ScanStore } from './features/scan/scan-store'
import { createDeviceId } from './features/session/device-id'
import { createLogin } from './features/session/login'
import { createSessionRecords } from './features/session/session-record'
import type { SessionStore } from './features/session/session-state'
import { createSession, type Session } from './features/session/session-store'
import { createHistoryStore, type HistoryStore } from './features/sport/history-store'
import { createSportStore, type SportStore } from './features/sport/sport-store'
import { createTrailStore, type TrailStore } from './features/trail/trail-store'
import { createVisitStore, type VisitStore } from './features/visit/visit-store'
import { locale } from './lib/locale'
import { appInfo } from './platform/app-info'
import { drafts } from './platform/drafts'
import { positioning } from './platform/location'
import { credentials } from './platform/login-credential'
import { randomId } from './platform/random'
import { storage } from './platform/storage'
import { transport } from './platform/transport'

export interface Services {
  session: SessionStore
  /** Passed to pages outside the main package, which make their own calls. */
  api: ApiClient
  /** A login for operations that require a recent one. */
  logInFresh: Session['logInFresh']
  /** For erasing an account. */
  signOutAfter: Session['signOutAfter']
  overview: OverviewStore
  registration: RegistrationStore
  /** Only in the web client. */
  webRegistration: WebRegistrationStore | null
  profile: ProfileStore
  sport: SportStore
  history: HistoryStore
  leaderboard: LeaderboardStore
  trail: TrailStore
  scan: ScanStore
  ride: RideStore
  visit: VisitStore
}

/** The composition root: nothing else picks an implementation. */
function createServices(): Services {
  const mode = process.env.TARO_ENV === 'h5' ? 'cookie' : 'bearer'
  const visit = createVisitStore()
  const entry = () => visit.getState().entry
  const delay = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

  // The API client uses the session, and the session uses the API client.
  const server = { transport, baseUrl: process.env.TARO_APP_API_URL }
  const api = createApiClient({
    ...server,
    session: () => session.access,
  })
  const { platform, appId, model } = appInfo()
  const login = createLogin({
    api,
    credentials,
    randomId,
    deviceId: createDeviceId(storage, randomId),
    app: { platform, appId, ...(model !== undefined && { model }) },
    entry,
    delay,
    now: Date.now,
  })
  const session: Session = createSession({
    api,
    login,
    credentials,
    records: createSessionRecords(storage),
    mode,
    now: Date.now,
  })
  const { store, ensureIdentity, logInFresh, signOutAfter } = session
  const { setUser, start } = store.getState()
  const user = () => store.getState().user

  const scan = createScanStore({
    api,
    storage,
    now: Date.now,
    sessionKnown: start,
    userId: () => user()?.userId ?? null,
  })
  const ride = createRideStore({
    api,
    storage,
    delay,
    riderOf: () => (user()?.riderId ? (user()?.userId ?? null) : null),
  })
  ride.subscribe(({ ride: now }, { ride: before }) => {
    const { scan: scanned, drop, forgetFault } = scan.getState()
    if (now === null && before !== null) forgetFault('ride.already_active')
    // Also if the answer to its start was lost.
    if (now && !before && scanned.kind === 'ready' && scanned.intent.device.id === now.device.id) drop()
  })
  const whoIsThere = () => {
    const shown = user()
    return shown && `${shown.userId} ${shown.riderId} ${session.access.speaksFor(shown.userId)}`
  }
  let known = whoIsThere()
  store.subscribe(({ phase }) => {
    if (phase === 'signed-out') drafts.clear()
    // Changes with the person, with their right to ride, and when no guest stands in any more.
    const there = whoIsThere()
    if (there === known) return
    known = there
    scan.getState().resume()
    void ride.getState().load()
  })

  return {
    session: store,
    api,
    overview: createOverviewStore(api),
    registration: createRegistrationStore({
      api,
      entry,
      language: locale,
      ensureIdentity,
      sessionFault: () => store.getState().fault,
      setUser,
    }),
    webRegistration:
      process.env.TARO_ENV === 'h5'
        ? createWebRegistrationStore(createApiClient({ ...server, session: () => ticketSession }))
        : null,
    profile: createProfileStore({ api, setUser }),
    logInFresh,
    signOutAfter,
    sport: createSportStore(api),
    history: createHistoryStore(api),
    leaderboard: createLeaderboardStore(api),
    trail: createTrailStore({ api, positioning, now: Date.now }),
    scan,
    ride,
    visit,
  }
}

/** A ticket works once, so a session opened by it cannot be renewed. */
const ticketSession: SessionAccess = {
  mode: 'registration',
  token: () => null,
  renew: async () => false,
  member: () => null,
  speaksFor: () => false,
  regain: async () => {},
}

let services: Services | undefined

/** Created once, at first use. */
export function getServices(): Services {
  services ??= createServices()
  return services
}

import type { Agreement, Leaderboard, Overview, SportDay, SportSummary, UserInfo } from '@trailpass/shared'
import { vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Services } from '../src/bootstrap'
import type { LeaderboardState } from '../src/features/leaderboard/leaderboard-store'
import type { OverviewState } from '../src/features/overview/overview-store'
import type { ProfileState } from '../src/features/profile/profile-store'
import type { RegistrationState } from '../src/features/registration/registration-store'
import type { WebRegistrationState } from '../src/features/registration/web-registration-store'
import type { RideState } from '../src/features/ride/ride-store'
import type { ScanState } from '../src/features/scan/scan-store'
import type { SessionState } from '../src/features/session/session-state'
import type { HistoryState } from '../src/features/sport/history-store'
import type { SportState } from '../src/features/sport/sport-store'
import type { TrailState } from '../src/features/trail/trail-store'
import { createVisitStore } from '../src/features/visit/visit-store'
import { type Answers, createFakeApi } from './fake-api'

export const member: UserInfo = {
  userId: '01J0000000000000000000MEMB',
  registered: true,
  nickname: '小林',
  displayName: '小林',
  avatarUrl: null,
  phoneMasked: null,
  riderId: 'RK2P-90QF',
  ranked: true,
  consents: [{ id: 'terms', version: '3', agreedAt: '2026-11-20T04:00:00.000Z', screen: 'registration' }],
  underReview: [],
  refused: [],
  joinOffered: false,
  profileRefreshDue: false,
  createdAt: '2026-11-20T04:00:00.000Z',
}

export const guest: UserInfo = {
  ...member,
  registered: false,
  nickname: null,
  displayName: '步道用户',
  riderId: null,
  ranked: false,
  consents: [],
}

export const overview: Overview = {
  trails: [{ id: 'lake', name: '青龙湖步道', lengthMeters: 5200 }],
  activeToday: 128,
  freeBikes: null,
  topThree: [{ displayName: '山风', distanceMeters: 18_200 }],
  registrationMode: 'native',
}

export const agreements: Agreement[] = [
  { id: 'terms', version: '3', title: '用户协议', url: null, text: '欢迎使用步道通。', required: true },
  { id: 'privacy', version: '2', title: '隐私政策', url: null, text: '只收集必要的信息。', required: true },
]

const day = (date: string, distanceMeters: number): SportDay => ({
  date,
  distanceMeters,
  movingSeconds: distanceMeters / 4,
  energyKcal: distanceMeters / 25,
  rides: distanceMeters > 0 ? 1 : 0,
  steps: null,
})

/** A Sunday with 3.2 km of 5, after a week with two days off. */
export const week: SportSummary = {
  range: '7d',
  totals: { distanceMeters: 16_300, movingSeconds: 4075, energyKcal: 652, rides: 5, steps: null },
  days: [
    day('2026-11-16', 2100),
    day('2026-11-17', 0),
    day('2026-11-18', 4600),
    day('2026-11-19', 1200),
    day('2026-11-20', 5200),
    day('2026-11-21', 0),
    day('2026-11-22', 3200),
  ],
  goalMeters: 5000,
}

export const board: Leaderboard = {
  trailId: 'lake',
  period: 'today',
  rows: [
    { rank: 1, displayName: '山风', avatarUrl: null, distanceMeters: 18_200, mine: false },
    { rank: 2, displayName: '阿岚', avatarUrl: null, distanceMeters: 9400, mine: false },
  ],
  mine: { rank: 12, displayName: '小林', avatarUrl: null, distanceMeters: 3200, mine: true },
  hidden: false,
}

interface Situation {
  session?: Partial<SessionState>
  answers?: Answers
  overview?: Partial<OverviewState>
  registration?: Partial<RegistrationState>
  webRegistration?: Partial<WebRegistrationState>
  profile?: Partial<ProfileState>
  logInFresh?: Services['logInFresh']
  scan?: Partial<ScanState>
  ride?: Partial<RideState>
  sport?: Partial<SportState>
  history?: Partial<HistoryState>
  leaderboard?: Partial<LeaderboardState>
  trail?: Partial<TrailState>
}

const nothing = () => vi.fn(async () => {})
const yes = () => vi.fn(async () => true)

let services: Services

/** The composition root of component tests: stores whose actions only record that they were called. */
export const getServices = (): Services => services

/** Everything well, with a guest, unless the test says otherwise. */
export function inSituation(situation: Situation = {}) {
  const session: SessionState = {
    phase: 'ready',
    user: guest,
    degraded: false,
    fault: null,
    start: nothing(),
    wake: nothing(),
    refresh: nothing(),
    signIn: nothing(),
    signOut: nothing(),
    setUser: vi.fn(),
    ...situation.session,
  }
  const registration: RegistrationState = {
    agreements,
    status: 'idle',
    submitting: false,
    fault: null,
    loadAgreements: nothing(),
    submit: yes(),
    openOnWeb: vi.fn(async () => null),
    ...situation.registration,
  }
  const profile: ProfileState = {
    status: 'idle',
    fault: null,
    forgetFault: vi.fn(),
    saveNickname: yes(),
    saveAvatar: yes(),
    setRanked: vi.fn(async () => null),
    renewRiderId: vi.fn(async () => null),
    ...situation.profile,
  }
  const scan: ScanState = {
    scan: { kind: 'none' },
    enter: vi.fn(),
    take: vi.fn(),
    resume: vi.fn(),
    refuse: vi.fn(),
    forgetFault: vi.fn(),
    drop: vi.fn(),
    ...situation.scan,
  }
  const ride: RideState = {
    ride: null,
    summary: null,
    known: true,
    starting: false,
    weak: false,
    start: vi.fn(async () => null),
    load: nothing(),
    catchUp: nothing(),
    watch: vi.fn(() => () => {}),
    finish: nothing(),
    putAway: vi.fn(),
    ...situation.ride,
  }
  services = {
    session: createStore<SessionState>()(() => session),
    api: createFakeApi(situation.answers ?? {}),
    logInFresh: situation.logInFresh ?? vi.fn(async () => false),
    async signOutAfter(erase) {
      await erase()
      await session.signOut()
    },
    overview: createStore<OverviewState>()(() => ({
      overview,
      fault: null,
      load: nothing(),
      ...situation.overview,
    })),
    registration: createStore<RegistrationState>()(() => registration),
    webRegistration: createStore<WebRegistrationState>()(() => ({
      phase: 'form',
      fault: null,
      submitting: false,
      open: nothing(),
      submit: yes(),
      ...situation.webRegistration,
    })),
    profile: createStore<ProfileState>()(() => profile),
    scan: createStore<ScanState>()(() => scan),
    ride: createStore<RideState>()(() => ride),
    sport: createStore<SportState>()(() => ({ loaded: {}, load: nothing(), retry: nothing(), ...situation.sport })),
    history: createStore<HistoryState>()(() => ({
      personId: null,
      rides: null,
      hasOlder: false,
      fault: null,
      load: nothing(),
      loadOlder: nothing(),
      ...situation.history,
    })),
    leaderboard: createStore<LeaderboardState>()(() => ({
      loaded: {},
      load: nothing(),
      retry: nothing(),
      ...situation.leaderboard,
    })),
    trail: createStore<TrailState>()(() => ({
      place: 'unknown',
      isFuzzy: false,
      nearest: null,
      trails: null,
      fault: null,
      load: nothing(),
      locate: nothing(),
      locateIfGranted: nothing(),
      openSettings: nothing(),
      ...situation.trail,
    })),
    visit: createVisitStore(),
  }
  return services
}

/** A promise at its full figure. Its small version is the same test file under `test`. */
export interface Drill {
  promise: number
  subject: string
  file: string
  /** Handed to the test as `DRILL_<NAME>`. */
  figures: Readonly<Record<string, number>>
  /** It draws at random, from `DRILL_SEED`. */
  isDrawn?: true
}

export const drills: readonly Drill[] = [
  { promise: 1, subject: 'one login', file: 'bff/test/storm/login-storm.test.ts', figures: { callers: 10_000 } },
  {
    promise: 1,
    subject: 'one login where clocks disagree',
    file: 'bff/test/drills/skewed-logins.test.ts',
    figures: { rounds: 20, callers: 300 },
  },
  { promise: 2, subject: 'stolen codes', file: 'bff/test/drills/stolen-codes.test.ts', figures: { codes: 1_000 } },
  {
    promise: 3,
    subject: 'no accidental sign-out',
    file: 'e2e/api-client.test.ts',
    figures: { calls: 1_000, cuts: 1_000 },
  },
  {
    promise: 3,
    subject: 'no accidental sign-out where clocks disagree',
    file: 'bff/test/drills/skewed-sessions.test.ts',
    figures: { people: 100 },
  },
  {
    promise: 4,
    subject: 'late refusals',
    file: 'client/src/features/session/session-schedule.test.ts',
    figures: { schedules: 30_000 },
    isDrawn: true,
  },
  { promise: 5, subject: 'fixation', file: 'bff/test/drills/fixation.test.ts', figures: { people: 300 } },
  {
    promise: 6,
    subject: 'a stolen database',
    file: 'bff/test/drills/stolen-database.test.ts',
    figures: { people: 100 },
  },
  { promise: 7, subject: 'ended sessions', file: 'bff/test/drills/revocation.test.ts', figures: { people: 200 } },
  {
    promise: 8,
    subject: 'broken platforms',
    file: 'bff/test/faults/upstream-walk.test.ts',
    figures: { runs: 5_000, within_ms: 3_500 },
    isDrawn: true,
  },
  {
    promise: 9,
    subject: 'a busy WeChat',
    file: 'e2e/busy-wechat.test.ts',
    figures: { people: 6_000, seconds: 600 },
    isDrawn: true,
  },
  { promise: 10, subject: 'a dead WeChat', file: 'bff/test/faults/breaker.test.ts', figures: { outages: 5 } },
  { promise: 11, subject: 'access tokens', file: 'bff/test/drills/access-tokens.test.ts', figures: { callers: 1_000 } },
  {
    promise: 12,
    subject: 'kill -9 during registrations',
    file: 'bff/test/storm/kill.test.ts',
    figures: { kills: 100 },
    isDrawn: true,
  },
  {
    promise: 13,
    subject: 'one folder, one process',
    file: 'bff/test/storm/start-refusals.test.ts',
    figures: { starts: 20 },
  },
  {
    promise: 14,
    subject: 'Redis away',
    file: 'bff/test/drills/redis-outages.test.ts',
    figures: { rounds: 20 },
  },
  {
    promise: 15,
    subject: 'PostgreSQL restarts',
    file: 'bff/test/drills/postgres-restarts.test.ts',
    figures: { restarts: 10 },
  },
  {
    promise: 16,
    subject: 'the master key',
    file: 'bff/test/drills/killed-rotation.test.ts',
    figures: { kills: 20 },
    isDrawn: true,
  },
  {
    promise: 17,
    subject: 'sealed session_keys',
    file: 'bff/test/drills/sealed-session-keys.test.ts',
    figures: { flips: 416, swaps: 500 },
  },
  {
    promise: 17,
    subject: 'sealed AppSecrets',
    file: 'bff/test/drills/sealed-app-secrets.test.ts',
    figures: { swaps: 500 },
  },
  { promise: 18, subject: 'secrets nowhere', file: 'bff/test/storm/canaries.test.ts', figures: { journeys: 25 } },
  { promise: 18, subject: 'last words', file: 'bff/test/storm/crashes.test.ts', figures: { crashes: 10 } },
  { promise: 18, subject: 'secrets in no build', file: 'e2e/bundle-canaries.test.ts', figures: { builds: 5 } },
  {
    promise: 19,
    subject: 'no simulator in production',
    file: 'bff/test/storm/production-refusals.test.ts',
    figures: { addresses: 8 },
  },
  {
    promise: 20,
    subject: 'no padding oracle',
    file: 'bff/test/drills/padding-oracle.test.ts',
    figures: { blocks: 24, bytes: 16, values: 256, accounts: 64 },
  },
  {
    promise: 21,
    subject: 'nobody reads another',
    file: 'bff/test/people/two-people.test.ts',
    figures: { strangers: 12 },
  },
  {
    promise: 22,
    subject: 'web tickets',
    file: 'bff/test/drills/web-tickets.test.ts',
    figures: { tickets: 20, redeems: 1_000 },
  },
  {
    promise: 22,
    subject: 'links for secrets',
    file: 'bff/test/drills/secret-links.test.ts',
    figures: { links: 20, submissions: 1_000 },
  },
  {
    promise: 22,
    subject: 'web tickets where clocks disagree',
    file: 'bff/test/drills/skewed-tickets.test.ts',
    figures: { tickets: 20, redeems: 100 },
  },
  {
    promise: 23,
    subject: 'device codes',
    file: 'bff/test/drills/device-codes.test.ts',
    figures: { forgeries: 1_000_000, bikes: 300, revocations: 200 },
    isDrawn: true,
  },
  {
    promise: 24,
    subject: 'a guest’s things',
    file: 'bff/test/drills/guest-follows.test.ts',
    figures: { rounds: 20, logins: 100 },
  },
  { promise: 25, subject: 'limits', file: 'bff/test/abuse/limits.test.ts', figures: { requests: 6_000 } },
  {
    promise: 26,
    subject: 'hostile bodies',
    file: 'bff/test/abuse/hostile-bodies.test.ts',
    figures: { rounds: 20, sockets: 1_000, close_within_seconds: 45 },
  },
  {
    promise: 27,
    subject: 'the API by its description',
    file: 'bff/test/fuzz/openapi-fuzz.test.ts',
    figures: { requests: 200_000 },
    isDrawn: true,
  },
  { promise: 28, subject: 'rides', file: 'bff/test/drills/rides.test.ts', figures: { rides: 3_000 }, isDrawn: true },
  {
    promise: 29,
    subject: 'graceful stops',
    file: 'bff/test/storm/graceful-stop.test.ts',
    figures: { per_second: 500, stops: 5 },
  },
  {
    promise: 30,
    subject: 'consent first',
    file: 'bff/test/drills/consent-first.test.ts',
    figures: { sequences: 2_000 },
    isDrawn: true,
  },
  { promise: 31, subject: 'erasure', file: 'bff/test/drills/erasure.test.ts', figures: { people: 200 } },
  {
    promise: 32,
    subject: 'review rules',
    file: 'e2e/review-rules.test.ts',
    figures: { situations: 5, cancellers: 5, taps: 3 },
  },
  {
    promise: 33,
    subject: 'half an hour of use',
    file: 'bff/test/storm/soak.test.ts',
    figures: { seconds: 1_800, people_per_second: 10, growth_mb: 16 },
  },
  {
    promise: 34,
    subject: 'a long ranking',
    file: 'bff/test/conformance/ranking-plan.test.ts',
    figures: { riders: 10_000_000, within_ms: 5_000 },
  },
]

/** All of them, or those that `--only` names, separated by commas; `undefined` when there is none of such a number. */
export function chooseDrills(only: string | undefined): readonly Drill[] | undefined {
  if (only === undefined) return drills
  const ofEach = only.split(',').map((number) => drills.filter(({ promise }) => String(promise) === number.trim()))
  return ofEach.every(({ length }) => length > 0) ? ofEach.flat() : undefined
}

export const drillEnv = ({ figures }: Drill): Record<string, string> =>
  Object.fromEntries(Object.entries(figures).map(([name, figure]) => [`DRILL_${name.toUpperCase()}`, String(figure)]))

export const figuresIn = ({ figures }: Pick<Drill, 'figures'>): string =>
  Object.entries(figures)
    .map(([name, figure]) => `${figure.toLocaleString('en-US')} ${name.replaceAll('_', ' ')}`)
    .join(', ')

/** What is said of a drill when it is over. */
export const drillLine = (drill: Drill, isKept: boolean, took: string): string =>
  `promise ${drill.promise}, ${drill.subject}: ${isKept ? 'kept' : 'NOT KEPT'} at ${figuresIn(drill)} (${took})`

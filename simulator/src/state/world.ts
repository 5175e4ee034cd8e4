import { type Bikes, createBikes } from '../bikes/bikes.ts'
import { createPusher, type Pusher } from '../push/pusher.ts'
import { type AccessTokens, createAccessTokens } from './access-tokens.ts'
import type { App } from './apps.ts'
import { type AdjustableClock, type Clock, createAdjustableClock, systemClock } from './clock.ts'
import { createFaults, type Faults } from './faults.ts'
import { createMediaChecks, type MediaChecks } from './media-checks.ts'
import { createOneTimeCodes, type OneTimeCodes } from './one-time-codes.ts'
import { createPeople, type People, type Person } from './people.ts'
import { createQuotas, type Quotas } from './quotas.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'
import { defaultSeed, type Seed } from './seed.ts'
import { createSessionKeys, type SessionKeys } from './session-keys.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { createVisits, type Visits } from './visits.ts'
import { createWebTokens, type WebTokens } from './web-tokens.ts'

export interface WorldOptions {
  clock?: Clock
  seed?: Seed
  settings?: Partial<Settings>
}

interface WorldParts {
  settings: Settings
  apps: ReadonlyMap<string, App>
  people: People
  /** Whom the silent web sign-in stands for. */
  currentPerson: Person | undefined
  codes: OneTimeCodes
  sessionKeys: SessionKeys
  accessTokens: AccessTokens
  webTokens: WebTokens
  visits: Visits
  mediaChecks: MediaChecks
  quotas: Quotas
  faults: Faults
  requests: RequestLog
}

/** Everything the simulated WeChat knows. In memory; a reset brings back the seed. */
export interface World extends WorldParts {
  readonly clock: AdjustableClock
  readonly bikes: Bikes
  readonly pusher: Pusher
  reset(): void
}

export function createWorld(options: WorldOptions = {}): World {
  const clock = createAdjustableClock(options.clock ?? systemClock)
  const world: World = {
    ...createParts(clock, options),
    clock,
    // Their time is not WeChat's: moving that one must not make their reports look late.
    bikes: createBikes(options.clock ?? systemClock),
    pusher: createPusher(clock),
    reset() {
      clock.reset()
      world.bikes.clear()
      world.pusher.clear()
      Object.assign(world, createParts(clock, options))
    },
  }
  return world
}

function createParts(clock: Clock, { seed = defaultSeed, settings: overrides }: WorldOptions): WorldParts {
  const settings = { ...defaultSettings, ...overrides }
  const people = createPeople(seed.people)
  return {
    settings,
    apps: new Map(seed.apps.map((app) => [app.appId, app])),
    people,
    currentPerson: people.list()[0],
    codes: createOneTimeCodes(clock),
    sessionKeys: createSessionKeys(clock, settings),
    accessTokens: createAccessTokens(clock),
    webTokens: createWebTokens(clock),
    visits: createVisits(clock, settings),
    mediaChecks: createMediaChecks(),
    quotas: createQuotas(clock),
    faults: createFaults(),
    requests: createRequestLog(clock),
  }
}

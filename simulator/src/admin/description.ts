import { platformPaths } from '../platforms/platform-paths.ts'
import { faultModes } from '../state/fault-modes.ts'
import type { World } from '../state/world.ts'
import { operations } from './operations.ts'

/** The front page as JSON: apps, people, calls and the current state. Never a secret. */
export const describe = (world: World) => ({
  operations: operations.map(({ call, effect }) => ({ call, effect })),
  paths: platformPaths,
  faultModes,
  faults: world.faults.list(),
  quotas: world.quotas.list(),
  settings: world.settings,
  now: new Date(world.clock.now()).toISOString(),
  apps: [...world.apps.values()].map(({ appId, name, kind }) => ({ appId, name, kind })),
  people: world.people.list().map(({ id, name, phone = null }) => ({ id, name, phone })),
})

import { readFileSync } from 'node:fs'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'
import { inRepository } from '../lib/repository.ts'

/**
 * What `e2e` plays once more on the scaled stores: signing in, registering, riding, and what a person has. Vitest takes a
 * name for the end of longer ones too.
 */
const journeys = ['e2e/account.test.ts', 'e2e/api-client.test.ts', 'e2e/ride.test.ts', 'e2e/weapp-ride.test.ts']

/** A test that runs on every storage says so by what it imports, or asks for a store by its address. */
const needsStores =
  /support\/(storages|for-each-storage|ride-suite|account-suite|skewed-clocks)\.ts'|DATABASE_URL|REDIS_URL/

/** The tests whose outcome PostgreSQL and Redis can change; the rest have run in `test`. */
export function findScaledTests(): string[] {
  const files = listFiles(inRepository('bff', 'test')).filter((path) => path.endsWith('.test.ts'))
  const onStores = files.filter((path) => needsStores.test(readFileSync(inRepository('bff', 'test', path), 'utf8')))
  return [...onStores.map((path) => `bff/test/${path}`), ...journeys]
}

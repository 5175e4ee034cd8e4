import type { SqlStores } from '@trailpass/bff/adapters/sql/sql-stores.ts'
import { loadConfig } from '@trailpass/bff/config/config.ts'
import { openStores } from '@trailpass/bff/context.ts'
import type { Stack } from './stack.ts'

/** Looks into the store, or does what takes months, while the BFF lets go of it. */
export async function inStore<T>({ bff, storeEnv }: Stack, look: (stores: SqlStores) => Promise<T>): Promise<T> {
  await bff.stop()
  const stores = await openStores(loadConfig({ ...storeEnv }))
  try {
    return await look(stores)
  } finally {
    await stores.store.close()
    await bff.restart()
  }
}

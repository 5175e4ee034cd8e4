import { type Config, loadConfig } from '../config/config.ts'
import { readProcessEnv } from '../config/env.ts'
import { openStores, type Stores } from '../context.ts'

export type OpenedStores = Stores & { config: Config }

/** Opens the configured store for one command. An embedded store must not be in use by a server at the same time. */
export async function withStores(use: (stores: OpenedStores) => Promise<void>): Promise<void> {
  const config = loadConfig(readProcessEnv())
  const stores = await openStores(config)
  try {
    await use({ ...stores, config })
  } finally {
    await stores.store.close()
  }
}

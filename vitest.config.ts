import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // They wait for timers, sockets and disks about half of the time: as many workers as cores leave cores idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      { test: { name: 'shared', root: 'shared' } },
      { test: { name: 'simulator', root: 'simulator' } },
      {
        test: {
          name: 'bff',
          root: 'bff',
          globalSetup: fileURLToPath(new URL('./scripts/test/build-for-bff.ts', import.meta.url)),
          testTimeout: 20_000,
        },
      },
      './client/vitest.config.ts',
      { test: { name: 'scripts', root: 'scripts', testTimeout: 20_000 } },
      { test: { name: 'bench', root: 'bench' } },
      {
        test: {
          name: 'e2e',
          root: 'e2e',
          globalSetup: fileURLToPath(new URL('./scripts/test/build-for-e2e.ts', import.meta.url)),
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

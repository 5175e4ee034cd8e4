import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Most wait for timers, sockets or a disk now and then, so that a core less would stand idle.
    maxWorkers: '100%',
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

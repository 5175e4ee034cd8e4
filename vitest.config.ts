import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Failing after vitest's own 5 s, or 1 s of polling, would say that the machine is busy. */
const patience = { testTimeout: 20_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } }

export default defineConfig({
  test: {
    // They wait for timers, sockets and disks about half of the time: as many workers as cores leave cores idle.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    projects: [
      { test: { ...patience, name: 'shared', root: 'shared' } },
      { test: { ...patience, name: 'simulator', root: 'simulator' } },
      {
        test: {
          ...patience,
          name: 'bff',
          root: 'bff',
          globalSetup: fileURLToPath(new URL('./scripts/test/build-for-bff.ts', import.meta.url)),
        },
      },
      { extends: './client/vitest.config.ts', test: { ...patience, root: 'client' } },
      { test: { ...patience, name: 'scripts', root: 'scripts' } },
      { test: { ...patience, name: 'bench', root: 'bench' } },
      {
        test: {
          ...patience,
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

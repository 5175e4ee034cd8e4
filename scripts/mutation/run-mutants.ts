import { existsSync } from 'node:fs'
import { Stryker } from '@stryker-mutator/core'
import type { MutationGroup } from './groups.ts'

const inMemory = '/dev/shm'

/** Changes the sources of a group in every way, and counts what its tests notice. The survivors are told on the way. */
export async function runMutants(group: MutationGroup): Promise<{ noticed: number; total: number }> {
  const transcripts = group.chapters ? ['test/transcripts/transcripts.test.ts'] : []
  // Stryker's runners are processes of their own and inherit these.
  process.env.MUTATION_TESTS = [...group.tests, ...transcripts].join('\n')
  process.env.TRANSCRIPTS = group.chapters?.join(',') ?? ''
  // What a mutant stores need not outlive it.
  if (existsSync(inMemory)) process.env.TMPDIR = inMemory
  const results = await new Stryker({
    mutate: [...group.mutate],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner', './scripts/mutation/ignore-log-words.mjs'],
    ignorers: ['log-words'],
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 10_000,
    ignorePatterns: ['.cache', 'client', 'e2e', 'docs', 'bench', 'screens', '/tools', '/deploy'],
    tempDirName: '.cache/mutation/sandbox',
    reporters: ['clear-text', 'json', 'progress-append-only'],
    jsonReporter: { fileName: `.cache/mutation/${group.name}.json` },
    clearTextReporter: { reportTests: false, logTests: false },
  }).runMutationTest()
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status))
  const noticed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout')
  return { noticed: noticed.length, total: counted.length }
}

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { keptThreads } from './kept-thread.ts'

/** The quick ones first: the first test that fails ends the run of a mutant. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const cost = ({ moduleId }: TestSpecification) =>
      ['/src/', '/conformance/'].findIndex((place) => moduleId.includes(place)) >>> 0
    return [...files].sort((one, other) => cost(one) - cost(other))
  }
}

export default defineConfig({
  plugins: [
    {
      name: 'kept-threads',
      // Stryker asks for vitest's own threads, whatever is configured.
      configureVitest({ project }) {
        Object.assign(project.config, { pool: 'kept-thread', poolRunner: keptThreads() })
      },
    },
  ],
  test: {
    root: 'bff',
    // Stryker's runners are processes of their own, so the tests of a group reach them through the environment.
    include: (process.env.MUTATION_TESTS ?? '').split('\n'),
    testTimeout: 20_000,
    isolate: false,
    sequence: { sequencer: QuickFirst },
  },
})

import { packageBin } from '../lib/package-bin.ts'
import { runNode } from '../lib/run-node.ts'
import { repositoryFiles } from './repository-files.ts'
import type { Step } from './step.ts'

// Windows allows 32,767 characters in a command line.
const filesPerRun = 200

export const secretsStep: Step = {
  name: 'no secrets',
  run: async () => {
    const files = repositoryFiles()
    const faults: string[] = []
    for (let first = 0; first < files.length; first += filesPerRun) {
      const { exitCode, output } = await runNode([
        packageBin('secretlint'),
        ...['--maskSecrets', '--no-color', '--no-glob'],
        ...files.slice(first, first + filesPerRun),
      ])
      if (exitCode !== 0) faults.push(output.trim())
    }
    return faults
  },
}

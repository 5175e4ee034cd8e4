import { packageBin } from '../lib/package-bin.ts'
import { runNode } from '../lib/run-node.ts'
import type { Step } from './step.ts'

/** A step that is a development tool's own command: wrong is what it says when its exit code is not 0. */
export function toolStep(name: string, packageName: string, command: string, args: string[]): Step {
  return {
    name,
    run: async () => {
      const { exitCode, output } = await runNode([packageBin(packageName, command), ...args])
      return exitCode === 0 ? [] : [output.trim() || `${command} ended with exit code ${exitCode}`]
    },
  }
}

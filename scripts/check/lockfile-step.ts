import { readFileSync } from 'node:fs'
import { inRepository } from '../lib/repository.ts'
import { lockfileFaults } from './lockfile.ts'
import type { Step } from './step.ts'

export const lockfileStep: Step = {
  name: 'lockfile',
  run: async () => lockfileFaults(readFileSync(inRepository('pnpm-lock.yaml'), 'utf8')),
}

import { existsSync, readFileSync } from 'node:fs'
import { drills } from '../drill/drills.ts'
import { promises } from '../drill/promises.ts'
import { promisesDocument, promisesText } from '../drill/promises-text.ts'
import { readRuns } from '../drill/runs.ts'
import { inRepository } from '../lib/repository.ts'
import type { Step } from './step.ts'

export const promisesStep: Step = {
  name: 'promises document',
  run: async () => {
    const path = inRepository(promisesDocument)
    const isRight = existsSync(path) && readFileSync(path, 'utf8') === promisesText(promises, drills, readRuns())
    return isRight ? [] : [`${promisesDocument} is not what the runs say: run \`drill --document\``]
  },
}

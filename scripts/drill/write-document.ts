import { writeFileSync } from 'node:fs'
import { inRepository } from '../lib/repository.ts'
import { drills } from './drills.ts'
import { promises } from './promises.ts'
import { promisesDocument, promisesText } from './promises-text.ts'
import { readRuns } from './runs.ts'

export function writePromisesDocument(): void {
  writeFileSync(inRepository(promisesDocument), promisesText(promises, drills, readRuns()))
}

import { existsSync, readFileSync } from 'node:fs'
import { drills } from '../drill/drills.ts'
import { promises } from '../drill/promises.ts'
import { promisesDocument, promisesText } from '../drill/promises-text.ts'
import { readRuns } from '../drill/runs.ts'
import { errorsDocument } from '../errors/errors-document.ts'
import { errorsText } from '../errors/errors-text.ts'
import { inRepository } from '../lib/repository.ts'
import { rulesDocument, rulesText } from '../rules/rules-text.ts'
import type { Step } from './step.ts'

/** Holds a generated document to its source; `command` writes it. */
const documentStep = (name: string, document: string, text: () => string, command: string): Step => ({
  name: `${name} document`,
  run: async () => {
    const path = inRepository(document)
    const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text()
    return isCurrent ? [] : [`${document} is out of date: run \`${command}\``]
  },
})

export const documentSteps: Step[] = [
  documentStep('errors', errorsDocument, errorsText, 'errors'),
  documentStep('rules', rulesDocument, rulesText, 'rules'),
  documentStep('promises', promisesDocument, () => promisesText(promises, drills, readRuns()), 'drill --document'),
]

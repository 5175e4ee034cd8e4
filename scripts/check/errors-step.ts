import { existsSync, readFileSync } from 'node:fs'
import { errorsDocument } from '../errors/errors-document.ts'
import { errorsText } from '../errors/errors-text.ts'
import { inRepository } from '../lib/repository.ts'
import type { Step } from './step.ts'

export const errorsStep: Step = {
  name: 'errors document',
  run: async () => {
    const path = inRepository(errorsDocument)
    const isRight = existsSync(path) && readFileSync(path, 'utf8') === errorsText()
    return isRight ? [] : [`${errorsDocument} is not what the code says: run \`errors\``]
  },
}

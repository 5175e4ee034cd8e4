import { writeFileSync } from 'node:fs'
import { errorsDocument } from './errors/errors-document.ts'
import { errorsText } from './errors/errors-text.ts'
import { inRepository } from './lib/repository.ts'

writeFileSync(inRepository(errorsDocument), errorsText())
console.log(`written ${errorsDocument}`)

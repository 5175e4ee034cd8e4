import { writeFileSync } from 'node:fs'
import { inRepository } from './lib/repository.ts'
import { rulesDocument, rulesText } from './rules/rules-text.ts'

writeFileSync(inRepository(rulesDocument), rulesText())
console.log(`written ${rulesDocument}`)

import { readFileSync } from 'node:fs'
import { subjectFault } from './commit/subject-fault.ts'

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('usage: commit-subject <file with the commit message>')
  process.exit(2)
}

const fault = subjectFault(readFileSync(file, 'utf8'))
if (fault !== undefined) {
  console.error(`the commit's subject: ${fault}`)
  process.exitCode = 1
}

import { readFileSync } from 'node:fs'
import { inRepository } from '../lib/repository.ts'
import { fileSizeFaults } from './file-sizes.ts'
import { repositoryFiles } from './repository-files.ts'
import type { Step } from './step.ts'

const source = /\.(ts|tsx|js|cjs|mjs|css)$/
const generated = /(^|\/)generated\//

export const fileSizesStep: Step = {
  name: 'file sizes',
  run: async () => {
    const paths = repositoryFiles().filter((path) => source.test(path) && !generated.test(path))
    return fileSizeFaults(paths.map((path) => ({ path, lines: lineCount(path) })))
  },
}

function lineCount(path: string): number {
  return readFileSync(inRepository(path), 'utf8').trimEnd().split('\n').length
}

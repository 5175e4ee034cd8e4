import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'
import { repositoryFiles } from './repository-files.ts'

/** Half-width punctuation directly next to Chinese, without a space. Object keys are not text. */
const halfWidth = /\p{Script=Han}[,;:?!(](?=[^\s[])|[,;:?!](?=\p{Script=Han})/u
const isText = (line: string) => !/^\s*(\/\/|\*|\/\*)/.test(line)

it('Chinese words have Chinese punctuation', () => {
  const sources = repositoryFiles().filter((file) =>
    /^(bff|client|shared|simulator)\/src\/.*(?<!\.test)\.tsx?$/.test(file),
  )
  expect(sources.length).toBeGreaterThan(300)
  const faults = sources.flatMap((file) =>
    readFileSync(inRepository(file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (isText(line) && halfWidth.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(faults).toEqual([])
})

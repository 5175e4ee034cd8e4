import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'

const linesOf = (path: string) => readFileSync(inRepository(path), 'utf8').trim().split('\n')

/** The store's folder written by `trailpass init`, and the files that docs/operating.md tells operators to create. */
it('what holds people is left out by git and by the image', () => {
  expect(linesOf('.gitignore')).toEqual(expect.arrayContaining(['/data/', '*.backup', 'audit.json', '.env']))
  const image = ['/data', '**/*.backup', '**/audit.json', '.env*']
  expect(linesOf('deploy/Dockerfile.dockerignore')).toEqual(expect.arrayContaining(image))
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'

const linesOf = (path: string) => readFileSync(inRepository(path), 'utf8').trim().split('\n')

/** Where `trailpass init` puts the store, and what docs/operating.md has an operator write beside it. */
it('what holds people is left out by git and by the image', () => {
  expect(linesOf('.gitignore')).toEqual(expect.arrayContaining(['/data/', '*.backup', 'audit.json', '.env']))
  const image = ['/data', '**/*.backup', '**/audit.json', '.env*']
  expect(linesOf('deploy/Dockerfile.dockerignore')).toEqual(expect.arrayContaining(image))
})

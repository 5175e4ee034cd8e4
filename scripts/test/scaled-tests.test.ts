import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'
import { findScaledTests } from './scaled-tests.ts'

it('takes what a store can change, and leaves out what it cannot', () => {
  const found = findScaledTests()
  for (const path of ['conformance/session-store', 'transcripts/transcripts', 'rides/scan', 'people/joins']) {
    expect(found).toContain(`bff/test/${path}.test.ts`)
  }
  expect(found).toContain('bff/test/conformance/counter-store.test.ts')
  expect(found).not.toContain('bff/test/faults/upstream-walk.test.ts')
})

it('names files that are there', () => {
  for (const path of findScaledTests())
    expect({ path, exists: existsSync(inRepository(path)) }).toEqual({ path, exists: true })
})

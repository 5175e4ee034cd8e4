import { describe, expect, it } from 'vitest'
import { subjectFault } from './subject-fault.ts'

describe('subjectFault', () => {
  it.each([
    'feat(bff): a session survives a restart',
    'docs: architecture',
    'fix(client)!: one renewal\n\nAny text. With stops.',
    'Merge branch main',
    'fixup! feat(bff): x',
  ])('finds nothing in %j', (message) => {
    expect(subjectFault(message)).toBeUndefined()
  })

  it.each([
    ['', /^write `type/],
    ['Add sessions', /^write `type/],
    ['feat(server): sessions', /^write `type/],
    ['feat(bff):sessions', /^write `type/],
    ['feat(bff): sessions.', /^no full stop/],
    [`feat(bff): ${'x'.repeat(100)}`, /this has 111$/],
  ])('says what is wrong with %j', (message, fault) => {
    expect(subjectFault(message)).toMatch(fault)
  })
})

import { describe, expect, it } from 'vitest'
import { countsLine, countTests } from './test-counts.ts'

const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }

describe('countTests', () => {
  it('adds up what the report says', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]
    expect(countTests({ ...counts, testResults })).toEqual({ passed: 3, failed: 1, skipped: 3 })
  })

  it('counts a file that does not load as failed', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }]
    expect(countTests({ ...counts, numFailedTests: 0, testResults })).toMatchObject({ failed: 1 })
  })
})

describe('countsLine', () => {
  it('speaks of skipped tests only when there are some', () => {
    expect(countsLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(countsLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })
})

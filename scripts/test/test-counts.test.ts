import { describe, expect, it } from 'vitest'
import { countsLine, countTests, namesOfFailed } from './test-counts.ts'

const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }

const failed = { status: 'failed', fullName: 'one of two' }
const passed = { status: 'passed', fullName: 'two of two' }

describe('countTests', () => {
  it('adds up what the report says', () => {
    const testResults = [{ status: 'failed', assertionResults: [failed, passed] }]
    expect(countTests({ ...counts, testResults })).toEqual({ passed: 3, failed: 1, skipped: 3 })
    expect(namesOfFailed({ ...counts, testResults })).toEqual(['one of two'])
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

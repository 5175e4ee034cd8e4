import { describe, expect, it } from 'vitest'
import { countsLine, countTests, failedTests, failureLine } from './test-counts.ts'

const counts = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 }

const failed = {
  status: 'failed',
  fullName: 'one of two',
  failureMessages: ['\u001b[31mnot equal\u001b[39m\n  at here'],
}
const passed = { status: 'passed', fullName: 'two of two', failureMessages: [] }
const report = { status: 'failed', name: 'a.test.ts', message: '' }

describe('countTests', () => {
  it('adds up what the report says', () => {
    const testResults = [{ ...report, assertionResults: [failed, passed] }]
    expect(countTests({ ...counts, testResults })).toEqual({ passed: 3, failed: 1, skipped: 3 })
    expect(failedTests({ ...counts, testResults }).map(failureLine)).toEqual([
      'failed: a.test.ts > one of two: not equal',
    ])
  })

  it('counts a file that does not load as failed', () => {
    const testResults = [{ ...report, message: 'no such module\n  at there', assertionResults: [] }]
    expect(countTests({ ...counts, numFailedTests: 0, testResults })).toMatchObject({ failed: 1 })
    expect(failedTests({ ...counts, testResults }).map(failureLine)).toEqual(['failed: a.test.ts no such module'])
  })
})

describe('countsLine', () => {
  it('speaks of skipped tests only when there are some', () => {
    expect(countsLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(countsLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })
})

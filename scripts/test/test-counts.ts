import { stripVTControlCharacters } from 'node:util'

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: {
    /** The file's absolute path. */
    name: string
    status: string
    /** Why the file failed outside its tests. */
    message: string
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[]
  }[]
}

export interface TestCounts {
  passed: number
  failed: number
  skipped: number
}

export interface FailedTest {
  file: string
  /** Empty where the file failed outside its tests: it does not load, a hook throws. */
  name: string
  /** The first line of what it said. */
  reason: string
}

/** A file that fails outside its tests counts as one failed test. */
export function countTests(report: VitestReport): TestCounts {
  const brokenFiles = failedTests(report).filter(({ name }) => name === '')
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export const failedTests = (report: VitestReport): FailedTest[] =>
  report.testResults.flatMap(({ name: file, status, message, assertionResults }) => {
    const failed = assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => ({ file, name: fullName, reason: firstLine(failureMessages[0]) }))
    return failed.length === 0 && status === 'failed' ? [{ file, name: '', reason: firstLine(message) }] : failed
  })

const firstLine = (text = ''): string => stripVTControlCharacters(text).trimStart().split('\n', 1)[0] ?? ''

export function failureLine({ file, name, reason }: FailedTest): string {
  return ['failed:', file, name && `> ${name}:`, reason].filter(Boolean).join(' ')
}

export function countsLine({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

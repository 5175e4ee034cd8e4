import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { packageBin } from '../lib/package-bin.ts'
import { inRepository, repositoryRoot } from '../lib/repository.ts'
import { countTests, type FailedTest, failedTests, type TestCounts, type VitestReport } from './test-counts.ts'

const reportFile = inRepository('.cache', 'test', 'report.json')
/** One JSON line per run: CI adds them up, and names at its end what failed. */
const runsFile = inRepository('.cache', 'test', 'runs.jsonl')

/** Runs vitest in this console. `failed` is never 0 when vitest itself was not content. */
export async function runVitest(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<TestCounts & { failures: FailedTest[] }> {
  rmSync(reportFile, { force: true })
  const exitCode = await new Promise<number>((resolve, reject) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
    const child = spawn(process.execPath, [packageBin('vitest'), 'run', ...reporters, ...args], {
      cwd: repositoryRoot,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport) : undefined
  const counts = report ? countTests(report) : { passed: 0, failed: 0, skipped: 0 }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1
  mkdirSync(inRepository('.cache', 'test'), { recursive: true })
  const failures = report
    ? failedTests(report).map((failure) => ({ ...failure, file: relative(repositoryRoot, failure.file) }))
    : []
  const run = { ...counts, failures }
  appendFileSync(runsFile, `${JSON.stringify(run)}\n`)
  return run
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { repositoryRoot } from '../lib/repository.ts'
import { runVitest } from '../test/run-vitest.ts'
import { type Drill, drillEnv } from './drills.ts'
import type { Run } from './runs.ts'

/** Runs a drill with the stores that `env` names. A test that was skipped has kept nothing. */
export async function runDrill(drill: Drill, seed: number, env: NodeJS.ProcessEnv): Promise<Omit<Run, 'machine'>> {
  const { promise, subject, figures, isDrawn } = drill
  const folder = mkdtempSync(join(tmpdir(), 'trailpass-drill-'))
  const report = join(folder, 'measured.jsonl')
  writeFileSync(report, '')
  try {
    const at = `${new Date().toISOString().slice(0, 16)}Z`
    const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
    const startedAt = performance.now()
    const ofDrill = { ...drillEnv(drill), DRILL_SEED: String(seed), DRILL_REPORT: report }
    const counts = await runVitest([drill.file, '--testTimeout=0'], { ...env, ...ofDrill })
    const isKept = counts.failed + counts.skipped === 0 && counts.passed > 0
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10
    const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean)
    const measured: Run['measured'] = Object.assign({}, ...lines.map((line) => JSON.parse(line) as Run['measured']))
    const failed = counts.failures.map(({ name, file }) => name || file)
    const result = { isKept, failed, measured, seconds, at, commit: presentCommit(), load }
    return { promise, subject, figures, seed: isDrawn ? seed : null, ...result }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ends with `+` if there are uncommitted changes. */
function presentCommit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: repositoryRoot, encoding: 'utf8' }).trim()
  // The drills' own output does not change what they test.
  const changes = git('status', '--porcelain', '--', '.', ':!docs')
  return git('rev-parse', '--short', 'HEAD') + (changes === '' ? '' : '+')
}

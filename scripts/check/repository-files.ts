import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { inRepository, repositoryRoot } from '../lib/repository.ts'

/** What is in the repository or would be with the next commit, as paths with forward slashes. */
export function repositoryFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  return output.split('\0').filter((path) => path !== '' && existsSync(inRepository(path)))
}

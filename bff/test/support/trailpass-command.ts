import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { TestStorage } from './test-storage.ts'

const tsx = createRequire(import.meta.url).resolve('tsx')
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))

export interface CommandRun {
  exitCode: number
  stdout: string
  stderr: string
}

/** The operator's command in a process of its own, on one storage. */
export function createTrailpassCommand({ env }: TestStorage): (...args: string[]) => Promise<CommandRun> {
  const { PATH, SystemRoot } = process.env
  const variables = { PATH, SystemRoot, MASTER_KEY: randomBytes(32).toString('base64'), ...env }
  return (...args) =>
    new Promise((resolve) => {
      execFile(process.execPath, ['--import', tsx, main, ...args], { env: variables }, (error, stdout, stderr) => {
        resolve({ exitCode: error ? Number(error.code) : 0, stdout, stderr })
      })
    })
}

import { spawn } from 'node:child_process'
import { repositoryRoot } from './repository.ts'

export interface NodeRun {
  exitCode: number
  /** What it wrote to stdout and stderr, in the order of arrival. */
  output: string
}

export interface NodeRunOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
}

/** Runs a JavaScript file by this very Node and collects what it says. */
export function runNode(args: string[], { cwd = repositoryRoot, env = {} }: NodeRunOptions = {}): Promise<NodeRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let output = ''
    const collect = (chunk: string) => {
      output += chunk
    }
    child.stdout.setEncoding('utf8').on('data', collect)
    child.stderr.setEncoding('utf8').on('data', collect)
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode: exitCode ?? 1, output }))
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { type Api, createApi } from './api.ts'
import { until } from './until.ts'

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** The built BFF in a process of its own. */
export interface BffProcess {
  url: string
  pid: number
  api: Api
  /** Everything it wrote, to either stream. */
  readonly output: string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Asks it to stop, and resolves with its exit code. */
  terminate(): Promise<number | null>
  /** Sends a signal that is to end it, and resolves with its exit code. */
  endsBy(signal: NodeJS.Signals): Promise<number | null>
}

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { output: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => {
      heard.output += text
    })
  }
  return { child, heard, exited: once(child, 'close').then(() => child.exitCode) }
}

/** Resolves once it takes requests; rejects with its words when it ends before. */
export async function startBffProcess(env: Record<string, string>): Promise<BffProcess> {
  const { child, heard, exited } = launch(env)
  const url = await until(
    'the BFF is ready',
    () => {
      if (hasEnded(child)) throw new Error(`the BFF did not start: ${heard.output}`)
      return /ready on (\S+)/.exec(heard.output)?.[1]
    },
    30_000,
  )
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return exited
  }
  return {
    url,
    pid: child.pid ?? 0,
    api: createApi(() => url),
    get output() {
      return heard.output
    },
    async kill() {
      await end('SIGKILL')
    },
    terminate: () => end('SIGTERM'),
    endsBy: end,
  }
}

/** Runs a BFF that is expected not to start. */
export async function runBffToItsEnd(
  env: Record<string, string>,
): Promise<{ exitCode: number | null; output: string }> {
  const { heard, exited } = launch(env)
  return { exitCode: await exited, output: heard.output }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

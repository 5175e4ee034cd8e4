import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { repositoryRoot } from '../../../scripts/lib/repository.ts'

export interface Usage {
  /** User and system time since the process began. */
  cpuMicros: number
  rssBytes: number
  /** What keeps the event loop alive: sockets, timers, files. */
  handles: number
}

/** A server in a process of its own, that says what it uses. */
export interface Contestant {
  name: string
  url: string
  /** From `node` to the first line that says it is ready. */
  startedInMs: number
  usage(): Promise<Usage>
  stop(): Promise<void>
}

const probe = new URL('probe.mjs', import.meta.url).href
const ready = /ready on (http:\S+)/
const startWithinMs = 60_000

/** Whatever a server writes goes to a file, as a service's log does. Rejects with its words when it ends before. */
export async function startContestant(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'trailpass-bench-'))
  const log = join(folder, 'log')
  const output = openSync(log, 'w')
  const startedAt = performance.now()
  const child = spawn(process.execPath, ['--import', probe, ...args], {
    cwd: repositoryRoot,
    env: { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, NODE_ENV: 'production', ...env },
    stdio: ['ignore', output, output, 'ipc'],
  })
  closeSync(output)
  const exited = once(child, 'exit')
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const url = await untilReady(child, log)
    const startedInMs = performance.now() - startedAt
    return { name, url, startedInMs, usage: () => ask(child), stop }
  } catch (error) {
    if (child.exitCode === null) await stop()
    throw new Error(`${name} did not start`, { cause: error })
  }
}

async function untilReady(child: ChildProcess, log: string): Promise<string> {
  const deadline = performance.now() + startWithinMs
  for (;;) {
    const text = readFileSync(log, 'utf8')
    const url = ready.exec(text)?.[1]
    if (url !== undefined) return url
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(text)
    await delay(5)
  }
}

async function ask(child: ChildProcess): Promise<Usage> {
  const answered = once(child, 'message')
  child.send('usage')
  const [usage] = await answered
  return usage as Usage
}

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { inRepository, repositoryRoot } from '../lib/repository.ts'

export interface PartOptions {
  name: string
  /** A JavaScript file and its arguments, for this very Node. */
  args: string[]
  cwd?: string
  env: NodeJS.ProcessEnv
  /** How long it may take to end by itself when it is told to. */
  patienceMs: number
  /** Sees each line of output; what it returns is shown. */
  shown(line: string): string | undefined
}

export interface Part {
  name: string
  /** The full output, kept for whoever wants to know more. */
  logFile: string
  exited: Promise<number>
  lastLines(): string[]
  /** Ends the process and all that it started. */
  stop(): Promise<void>
}

const isWindows = process.platform === 'win32'
const keptLines = 20

export function startPart(options: PartOptions, say: (line: string) => void): Part {
  const { name, args, cwd = repositoryRoot, env, patienceMs, shown } = options
  const logFile = inRepository('.cache', 'dev', `${name}.log`)
  mkdirSync(inRepository('.cache', 'dev'), { recursive: true })
  const log = createWriteStream(logFile)
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that the grandchildren can be ended with it.
    detached: !isWindows,
    windowsHide: true,
  })
  const last: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${line}\n`)
      if (line.trim() !== '' && last.push(line) > keptLines) last.shift()
      const words = shown(line)
      if (words !== undefined) say(words)
    })
  }
  const exited = new Promise<number>((resolve) => {
    child.once('error', (error) => {
      last.push(error.message)
      resolve(1)
    })
    child.once('close', (code) => resolve(code ?? 1))
  }).finally(() => log.end())
  return { name, logFile, exited, lastLines: () => [...last], stop: () => stop(child, exited, patienceMs) }
}

async function stop(child: ChildProcess, exited: Promise<number>, patienceMs: number): Promise<void> {
  const { pid } = child
  if (pid === undefined || child.exitCode !== null) return
  if (isWindows) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
  } else {
    signalGroup(pid, 'SIGTERM')
    const deadline = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs)
    await exited
    clearTimeout(deadline)
  }
  await exited
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // Gone already.
  }
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { inRepository } from '../lib/repository.ts'
import type { Target } from './targets.ts'

const pollMs = 200

export const lockOf = (target: Target): string => inRepository('.cache', 'builds', `${target}.lock`)

/** Two commands that need the same build (`test` beside `demo`, say) must not write it at the same time. */
export async function withBuildLock<Result>(work: () => Promise<Result>, file: string): Promise<Result> {
  mkdirSync(dirname(file), { recursive: true })
  while (!take(file)) {
    if (!isAlive(holderOf(file))) rmSync(file, { force: true })
    else await delay(pollMs)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid: number): boolean {
  // A holder that has just taken the lock may not have written its id yet.
  if (pid === 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

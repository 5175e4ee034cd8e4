import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRepository } from '../lib/repository.ts'
import { inputFingerprint, outputFingerprint } from './fingerprint.ts'
import { outputFolder } from './output-folder.ts'
import type { Target } from './targets.ts'

interface Stamp {
  input: string
  output: string
}

export function writeStamp(target: Target, env: NodeJS.ProcessEnv): void {
  const stamp: Stamp = { input: inputFingerprint(target, env), output: outputFingerprint(target) }
  mkdirSync(dirname(stampFile(target)), { recursive: true })
  writeFileSync(stampFile(target), JSON.stringify(stamp))
}

export function removeStamp(target: Target): void {
  rmSync(stampFile(target), { force: true })
}

/** True when the target was last built from these very sources and variables, and its folder is still there. */
export function madeFromTheseSources(target: Target, env: NodeJS.ProcessEnv = {}): boolean {
  return existsSync(outputFolder(target)) && readStamp(target)?.input === inputFingerprint(target, env)
}

/** As `madeFromTheseSources`, and nobody has written into the build since. */
export function isFresh(target: Target, env: NodeJS.ProcessEnv = {}): boolean {
  return madeFromTheseSources(target, env) && readStamp(target)?.output === outputFingerprint(target)
}

function readStamp(target: Target): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(stampFile(target), 'utf8')) as Stamp
  } catch {
    return undefined
  }
}

function stampFile(target: Target): string {
  return inRepository('.cache', 'builds', `${target}.json`)
}

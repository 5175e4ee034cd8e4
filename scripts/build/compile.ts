import { rmSync } from 'node:fs'
import { totalBytes } from '../lib/total-bytes.ts'
import { buildBff } from './build-bff.ts'
import { buildClient } from './build-client.ts'
import { removeStamp, writeStamp } from './build-stamp.ts'
import { outputFolder } from './output-folder.ts'
import type { Target } from './targets.ts'

export interface BuildReport {
  target: Target
  bytes: number
  ms: number
  warnings: string[]
}

/** Builds from nothing: what an earlier or failed build left behind never becomes part of a new one. */
export async function compile(target: Target, env: NodeJS.ProcessEnv): Promise<BuildReport> {
  const startedAt = performance.now()
  const folder = outputFolder(target)
  removeStamp(target)
  rmSync(folder, { recursive: true, force: true })

  const warnings = target === 'bff' ? await buildBff().then(() => []) : await buildClient(target, env)
  writeStamp(target, env)
  return { target, bytes: totalBytes(folder), ms: performance.now() - startedAt, warnings }
}

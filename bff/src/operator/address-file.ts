import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const pathIn = (dataDir: string) => join(dataDir, 'operator.url')

/** Tells commands on this machine the address of the server that holds the data folder. */
export function publishOperatorUrl(dataDir: string, url: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  writeFileSync(pathIn(dataDir), `${url}\n`, { mode: 0o600 })
}

export function withdrawOperatorUrl(dataDir: string): void {
  rmSync(pathIn(dataDir), { force: true })
}

export function findOperatorUrl(dataDir: string): string | undefined {
  try {
    return readFileSync(pathIn(dataDir), 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

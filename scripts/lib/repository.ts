import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

export function inRepository(...segments: string[]): string {
  return join(repositoryRoot, ...segments)
}

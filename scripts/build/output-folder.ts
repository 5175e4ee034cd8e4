import { inRepository } from '../lib/repository.ts'
import type { ClientTarget, Target } from './targets.ts'

export function outputFolder(target: Target): string {
  return target === 'bff' ? inRepository('bff', 'dist') : inRepository('client', 'dist', target)
}

/** A file that every complete build of the client has. */
export function entryFile(target: ClientTarget): string {
  return target === 'h5' ? 'index.html' : 'app.js'
}

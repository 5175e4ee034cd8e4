import { inRepository } from '../lib/repository.ts'
import type { Target } from './targets.ts'

export function outputFolder(target: Target): string {
  return target === 'bff' ? inRepository('bff', 'dist') : inRepository('client', 'dist', target)
}

/** A file that every complete build of the target has. */
export function entryFile(target: Target): string {
  if (target === 'bff') return 'main.js'
  return target === 'h5' ? 'index.html' : 'app.js'
}

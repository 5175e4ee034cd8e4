import type { Part } from './part.ts'

/** A part that ended by itself; the message holds its last lines. */
export class PartCrashed extends Error {
  override name = 'PartCrashed'
}

/** Rejects when the part ends; never resolves. */
export async function crashOf({ name, exited, lastLines, logFile }: Part): Promise<never> {
  const exitCode = await exited
  const lines = lastLines().map((line) => `  ${line}`)
  throw new PartCrashed([`${name} ended with exit code ${exitCode}. Its last lines:`, ...lines, logFile].join('\n'))
}

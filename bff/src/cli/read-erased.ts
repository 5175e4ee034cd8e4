import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { CommandError } from './command-error.ts'

const eventsSchema = z.array(z.object({ action: z.string(), target: z.string() }))
const prefix = 'person:'

/** Whom an audit says to be erased, by their keyed hashes. Throws CommandError. */
export async function readErased(path: string): Promise<Set<string>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be read: ${error.code}`)
  })
  const events = eventsSchema.safeParse(parse(text))
  if (!events.success) throw new CommandError(`${path} is not the output of trailpass audit --json`)
  const erased = events.data.filter(({ action, target }) => action === 'user.erase' && target.startsWith(prefix))
  return new Set(erased.map(({ target }) => target.slice(prefix.length)))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

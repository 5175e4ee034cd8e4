import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import type { AuditAction } from '../domain/audit.ts'
import { belongings } from '../ports/push-channel.ts'
import type { Departures } from '../services/erase-again.ts'
import { CommandError } from './command-error.ts'

const eventsSchema = z.array(
  z.object({ at: z.coerce.date(), action: z.string(), target: z.string(), detail: z.string().nullable() }),
)
const prefix = 'person:'

/** Reads erasures and withdrawals, with keyed hashes of the people, from a file of audit events. Throws CommandError. */
export async function readErased(path: string): Promise<Departures> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be read: ${error.code}`)
  })
  const events = eventsSchema.safeParse(parse(text))
  if (!events.success) throw new CommandError(`${path} is not the output of trailpass audit --json`)
  const listOf = (wanted: AuditAction) =>
    events.data
      .filter(({ action, target }) => action === wanted && target.startsWith(prefix))
      .map(({ at, target, detail }) => ({ personHash: target.slice(prefix.length), at, detail: detail ?? '' }))
  return {
    erased: new Set(listOf('user.erase').map(({ personHash }) => personHash)),
    withdrawals: listOf('consent.withdraw').map(({ detail, ...told }) => ({ ...told, agreementId: detail })),
    revocations: listOf('consent.revoke').map(({ detail, ...told }) => {
      const named = detail.split(' ')
      return { ...told, belongings: belongings.filter((one) => named.includes(one)) }
    }),
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

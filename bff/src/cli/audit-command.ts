import { type Command, InvalidArgumentError, Option } from 'commander'
import { type AuditAction, type AuditEvent, auditActions } from '../domain/audit.ts'
import type { AuditStore } from '../ports/audit-store.ts'
import type { Unit } from '../ports/unit.ts'
import type { AtDesk } from './desk.ts'

export function addAuditCommand(program: Command, atDesk: AtDesk): void {
  program
    .command('audit')
    .description('who did what, and when; the newest first')
    .option('--limit <count>', 'how many', parseCount, 50)
    .addOption(new Option('--action <action...>', 'of these alone').choices(auditActions))
    .option('--json', 'as JSON')
    .action(({ limit, action: actions, json }: { limit: number; action?: AuditAction[]; json?: boolean }) =>
      atDesk(async ({ context: { store, stores }, out, err }) => {
        const found = await store.read(() => list(stores.audit, limit + 1, actions))
        const events = found.slice(0, limit)
        if (json) out(JSON.stringify(events))
        else if (events.length === 0) out('nothing was done yet')
        else for (const event of events) out(describe(event))
        if (found.length > limit) err(`only the newest ${limit}: --limit tells more`)
      }),
    )
}

function* list(audit: AuditStore, limit: number, actions: readonly AuditAction[] | undefined): Unit<AuditEvent[]> {
  if (!actions) return yield* audit.list({ limit })
  const events: AuditEvent[] = []
  for (const action of new Set(actions)) events.push(...(yield* audit.list({ limit, action })))
  return events.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, limit)
}

const describe = ({ at, actor, action, target, detail }: AuditEvent) =>
  [at.toISOString(), actor, action, target, ...(detail ? [detail] : [])].join('  ')

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) throw new InvalidArgumentError('1 to 1000000')
  return count
}

import { type Command, InvalidArgumentError } from 'commander'
import type { AuditEvent } from '../domain/audit.ts'
import type { WithStore } from './command-context.ts'

export function addAuditCommand(program: Command, withStore: WithStore): void {
  program
    .command('audit')
    .description('who did what, and when; the newest first')
    .option('--limit <count>', 'how many', parseCount, 50)
    .option('--json', 'as JSON')
    .action(({ limit, json }: { limit: number; json?: boolean }) =>
      withStore(async ({ services: { store, stores }, out }) => {
        const events = await store.read(() => stores.audit.list({ limit }))
        if (json) out(JSON.stringify(events))
        else if (events.length === 0) out('nothing was done yet')
        else for (const event of events) out(describe(event))
      }),
    )
}

const describe = ({ at, actor, action, target, detail }: AuditEvent) =>
  [at.toISOString(), actor, action, target, ...(detail ? [detail] : [])].join('  ')

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 100_000) throw new InvalidArgumentError('1 to 100000')
  return count
}

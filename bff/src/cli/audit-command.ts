import { type Command, InvalidArgumentError } from 'commander'
import type { AuditEvent } from '../domain/audit.ts'
import type { WithStore } from './command-context.ts'

export function addAuditCommand(program: Command, withStore: WithStore): void {
  program
    .command('audit')
    .description('show who did what and when, newest first')
    .option('--limit <count>', 'how many entries to show', parseCount, 50)
    .option('--json', 'print JSON')
    .action(({ limit, json }: { limit: number; json?: boolean }) =>
      withStore(async ({ services, out }) => {
        const events = await services.audit.list({ limit })
        if (json) out(JSON.stringify(events))
        else if (events.length === 0) out('no entries yet')
        else for (const event of events) out(describe(event))
      }),
    )
}

const describe = ({ at, actor, action, target, detail }: AuditEvent) =>
  [at.toISOString(), actor, action, target, ...(detail ? [detail] : [])].join('  ')

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 100_000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 100000')
  return count
}

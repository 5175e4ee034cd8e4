import { type Command, InvalidArgumentError, Option } from 'commander'
import { type AuditAction, type AuditEvent, auditActions } from '../domain/audit.ts'
import type { WithStore } from './command-context.ts'

export function addAuditCommand(program: Command, withStore: WithStore): void {
  program
    .command('audit')
    .description('show who did what and when, newest first')
    .option('--limit <count>', 'how many entries to show', parseCount, 50)
    .addOption(new Option('--action <action...>', 'show only these actions').choices(auditActions))
    .option('--json', 'print JSON')
    .action(({ limit, action: actions, json }: { limit: number; action?: AuditAction[]; json?: boolean }) =>
      withStore(async ({ services, out, err }) => {
        const found = await services.audit.list({ limit: limit + 1, ...(actions && { actions }) })
        const events = found.slice(0, limit)
        if (json) out(JSON.stringify(events))
        else if (events.length === 0) out('no entries yet')
        else for (const event of events) out(describe(event))
        if (found.length > limit) err(`only the newest ${limit}; use --limit to see more`)
      }),
    )
}

const describe = ({ at, actor, action, target, detail }: AuditEvent) =>
  [at.toISOString(), actor, action, target, ...(detail ? [detail] : [])].join('  ')

function parseCount(text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000)
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000000')
  return count
}

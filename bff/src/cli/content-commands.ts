import type { Command } from 'commander'
import type { ContentForEyes } from '../services/content-desk.ts'
import type { WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

const decisions = [
  { name: 'pass', description: 'show it to everybody', done: 'is seen by everybody' },
  { name: 'refuse', description: 'drop it; what was seen before stays', done: 'is gone' },
] as const

interface ContentOptions {
  json?: boolean
}

export function addContentCommands(program: Command, withStore: WithStore): void {
  const content = program.command('content').description('nicknames and pictures that WeChat leaves to human eyes')

  content
    .command('list')
    .description('what waits, the oldest first')
    .option('--json', 'as JSON')
    .action(({ json }: ContentOptions) =>
      withStore(async ({ services, out }) => {
        const waiting = await services.contentDesk.list()
        if (json) out(JSON.stringify(waiting))
        else if (waiting.length === 0) out('nothing waits')
        else for (const each of waiting) out(describe(each, services.config.publicUrl ?? ''))
      }),
    )

  for (const { name, description, done } of decisions) {
    content
      .command(`${name} <content-id>`)
      .description(description)
      .option('--json', 'as JSON')
      .action((id: string, { json }: ContentOptions) =>
        withStore(async ({ services, actor, out }) => {
          const decided = await services.contentDesk.decide(id, name, actor)
          if (!decided) throw new CommandError(`nothing waits under the id ${id}: trailpass content list`)
          out(json ? JSON.stringify(decided) : `the ${decided.field} ${done}`)
        }),
      )
  }
}

/** Quoted, so that nothing in a name plays tricks on the terminal. */
const describe = ({ id, field, value, since }: ContentForEyes, publicUrl: string) =>
  [id, field, since.toISOString(), field === 'avatar' ? `${publicUrl}${value}` : JSON.stringify(value)].join('  ')

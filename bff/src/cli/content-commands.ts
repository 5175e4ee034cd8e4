import type { Command } from 'commander'
import type { ContentForReview } from '../services/content-moderation.ts'
import type { WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

const decisions = [
  { name: 'pass', description: 'approve it: everyone can see it', done: 'is visible to everyone' },
  { name: 'refuse', description: 'reject it; what was visible before stays', done: 'was rejected' },
] as const

interface ContentOptions {
  json?: boolean
}

export function addContentCommands(program: Command, withStore: WithStore): void {
  const content = program
    .command('content')
    .description('moderate nicknames and avatars that WeChat left for human review')

  content
    .command('list')
    .description('list what is waiting, oldest first')
    .option('--json', 'print JSON')
    .action(({ json }: ContentOptions) =>
      withStore(async ({ services, out }) => {
        const waiting = await services.contentModeration.list()
        if (json) out(JSON.stringify(waiting))
        else if (waiting.length === 0) out('nothing is waiting')
        else for (const each of waiting) out(describe(each, services.config.publicUrl ?? ''))
      }),
    )

  for (const { name, description, done } of decisions) {
    content
      .command(`${name} <content-id>`)
      .description(description)
      .option('--json', 'print JSON')
      .action((id: string, { json }: ContentOptions) =>
        withStore(async ({ services, actor, out }) => {
          const decided = await services.contentModeration.decide(id, name, actor)
          if (!decided) throw new CommandError(`nothing is waiting under the id ${id}: trailpass content list`)
          out(json ? JSON.stringify(decided) : `the ${decided.field} ${done}`)
        }),
      )
  }
}

/** Quoted, so that nothing in a name plays tricks on the terminal. */
const describe = ({ id, field, value, since }: ContentForReview, publicUrl: string) =>
  [id, field, since.toISOString(), field === 'avatar' ? `${publicUrl}${value}` : JSON.stringify(value)].join('  ')

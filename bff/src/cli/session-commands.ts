import type { Command } from 'commander'
import { CommandError } from './command-error.ts'
import type { AtDesk } from './desk.ts'

export function addSessionCommands(program: Command, atDesk: AtDesk): void {
  const sessions = program.command('sessions').description('where people are signed in')

  sessions
    .command('list <user-id>')
    .option('--json', 'as JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      atDesk(async ({ context, out }) => {
        const list = await context.sessions.listOf(userId)
        if (json) out(JSON.stringify(list))
        else if (list.length === 0) out('signed in nowhere')
        // Quoted, so that nothing in it plays tricks on the terminal.
        else
          for (const { id, platform, model, createdAt, lastSeenAt } of list)
            out(
              [
                id,
                platform,
                model === null ? '-' : JSON.stringify(model),
                `since ${createdAt}`,
                `last seen ${lastSeenAt}`,
              ].join('  '),
            )
      }),
    )

  sessions
    .command('revoke <user-id> [session-id]')
    .description('end one session of a person, or all of them: the next request is refused, at every process')
    .option('--json', 'as JSON')
    .action((userId: string, sessionId: string | undefined, { json }: { json?: boolean }) =>
      atDesk(async ({ context, actor, out }) => {
        const ended = await context.sessions.endOf(userId, sessionId, actor)
        if (ended === 0) throw new CommandError(`no such session: trailpass sessions list ${userId}`)
        out(json ? JSON.stringify({ ended }) : `${ended} ended`)
      }),
    )
}

import type { Command } from 'commander'
import type { WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

export function addSessionCommands(program: Command, withStore: WithStore): void {
  const sessions = program.command('sessions').description('manage sign-in sessions')

  sessions
    .command('list <user-id>')
    .description('list the sessions of a person')
    .option('--json', 'print JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      withStore(async ({ services, out }) => {
        const list = await services.sessions.listOf(userId)
        if (json) out(JSON.stringify(list))
        else if (list.length === 0) out('not signed in anywhere')
        // Quoted, so that no control character reaches the terminal.
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
    .description('end one session of a person, or all of them; every process refuses it from the next request on')
    .option('--json', 'print JSON')
    .action((userId: string, sessionId: string | undefined, { json }: { json?: boolean }) =>
      withStore(async ({ services, actor, out }) => {
        const ended = await services.sessions.endOf(userId, sessionId, actor)
        if (ended === 0) throw new CommandError(`no such session: trailpass sessions list ${userId}`)
        out(json ? JSON.stringify({ ended }) : `${ended} ${ended === 1 ? 'session' : 'sessions'} ended`)
      }),
    )
}

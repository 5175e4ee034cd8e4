import type { Command } from 'commander'
import type { KeyReset } from '../services/platform-key-service.ts'
import { CommandError } from './command-error.ts'
import type { AtDesk } from './desk.ts'

const outcomeWords: Record<KeyReset['outcome'], string> = {
  reset: 'the platform made a new session_key',
  refused: 'the platform made no new session_key; the next login brings one',
  'none-held': 'no session_key is held',
}

export function addUserCommands(program: Command, atDesk: AtDesk): void {
  const user = program.command('user').description('the people')

  user
    .command('reset-key <user-id>')
    .description('have the platform replace the session_keys of a person')
    .option('--json', 'as JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      atDesk(async ({ context, out }) => {
        const resets = await context.platformKeys.reset(userId)
        if (!resets) throw new CommandError(`there is nobody with the id ${userId}`)
        if (json) out(JSON.stringify(resets))
        else if (resets.length === 0) out('no platform has named this person')
        else for (const { platform, appId, outcome } of resets) out(`${platform} ${appId}  ${outcomeWords[outcome]}`)
      }),
    )
}

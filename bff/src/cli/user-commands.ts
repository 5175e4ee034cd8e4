import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { UserExport } from '@trailpass/shared'
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
    .command('show <user-id>')
    .description('what is stored of a person, in short')
    .option('--json', 'as JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      atDesk(async ({ context, out }) => {
        const { user: shown, identities, devices, consents } = demand(userId, await context.exports.find(userId))
        if (json) return out(JSON.stringify({ user: shown, identities, devices, consents }))
        for (const line of describe({ user: shown, identities, devices, consents })) out(line)
      }),
    )

  user
    .command('export <user-id>')
    .description('everything that is stored of a person, as JSON: make sure of who asks for it')
    .option('--output <file>', 'where it goes; to the standard output without one')
    .option('--json', 'what is said of the file, as JSON')
    .action((userId: string, { output, json }: { output?: string; json?: boolean }) =>
      atDesk(async ({ context, cwd, actor, out }) => {
        const exported = demand(userId, await context.exports.exportFor(userId, actor))
        const text = JSON.stringify(exported, null, 2)
        if (output === undefined) return out(text)
        await writeFile(resolve(cwd, output), `${text}\n`, { mode: 0o600, flag: 'wx' }).catch(refuseExisting)
        out(json ? JSON.stringify({ output }) : `${output}: written`)
      }),
    )

  user
    .command('erase <user-id>')
    .description('erase a person with everything of theirs, as 注销 does; it cannot be undone')
    .option('--yes', 'without asking')
    .option('--json', 'as JSON')
    .action((userId: string, { yes, json }: { yes?: boolean; json?: boolean }) =>
      atDesk(
        async ({ context, actor, out }) => {
          demand(userId, await context.exports.find(userId))
          await context.eraser.erase(userId, 'operator', actor)
          out(json ? JSON.stringify({ erased: userId }) : `${userId} is erased`)
        },
        yes ? undefined : { kind: 'confirm', message: `Erase ${userId} with everything of theirs?` },
      ),
    )

  user
    .command('reset-key <user-id>')
    .description('have the platform replace the session_keys of a person')
    .option('--json', 'as JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      atDesk(async ({ context, actor, out }) => {
        const resets = await context.platformKeys.reset(userId, actor)
        if (!resets) throw new CommandError(`there is nobody with the id ${userId}`)
        if (json) out(JSON.stringify(resets))
        else if (resets.length === 0) out('no platform has named this person')
        else for (const { platform, appId, outcome } of resets) out(`${platform} ${appId}  ${outcomeWords[outcome]}`)
      }),
    )
}

/** Throws CommandError for a person who is not there. */
function demand(userId: string, found: UserExport | undefined): UserExport {
  if (!found) throw new CommandError(`there is nobody with the id ${userId}`)
  return found
}

type Shown = Pick<UserExport, 'user' | 'identities' | 'devices' | 'consents'>

/** What people or phones wrote is quoted, so that nothing in it plays tricks on the terminal. */
const describe = ({ user, identities, devices, consents }: Shown): string[] => [
  `${user.userId}  ${user.registered ? 'member' : 'guest'} since ${user.createdAt}`,
  `name  ${JSON.stringify(user.displayName)}`,
  `phone  ${user.phoneMasked ?? '-'}`,
  ...identities.map(({ platform, appId, subjectMasked }) => `identity  ${platform} ${appId} ${subjectMasked}`),
  ...devices.map(({ platform, model, lastSeenAt }) => {
    const named = model === null ? '-' : JSON.stringify(model)
    return `device  ${platform} ${named}, last seen ${lastSeenAt}`
  }),
  ...consents.map(({ id, version, agreedAt }) => `consent  ${id} ${version}, ${agreedAt}`),
]

function refuseExisting(error: NodeJS.ErrnoException): never {
  throw new CommandError(error.code === 'EEXIST' ? `${error.path} is there already` : error.message)
}

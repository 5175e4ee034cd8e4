import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { UserExport } from '@trailpass/shared'
import type { Command } from 'commander'
import type { KeyReset } from '../services/platform-key-service.ts'
import type { WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

const outcomeWords: Record<KeyReset['outcome'], string> = {
  reset: 'the platform issued a new session_key',
  refused: 'the platform issued no new session_key; the next login brings one',
  'none-held': 'no session_key is stored',
}

export function addUserCommands(program: Command, withStore: WithStore): void {
  const user = program.command('user').description('manage people')

  user
    .command('show <user-id>')
    .description('summarize what is stored about a person')
    .option('--json', 'print JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      withStore(async ({ services, out }) => {
        const { user: shown, identities, devices, consents } = demand(userId, await services.exports.find(userId))
        if (json) return out(JSON.stringify({ user: shown, identities, devices, consents }))
        for (const line of describe({ user: shown, identities, devices, consents })) out(line)
      }),
    )

  user
    .command('export <user-id>')
    .description('export everything stored about a person as JSON; verify who is asking for it')
    .option('--output <file>', 'the file to write; the standard output without it')
    .option('--json', 'print what was written as JSON')
    .action((userId: string, { output, json }: { output?: string; json?: boolean }) =>
      withStore(async ({ services, cwd, actor, out }) => {
        const exported = demand(userId, await services.exports.exportFor(userId, actor))
        const text = JSON.stringify(exported, null, 2)
        if (output === undefined) return out(text)
        await writeFile(resolve(cwd, output), `${text}\n`, { mode: 0o600, flag: 'wx' }).catch(refuseExisting)
        out(json ? JSON.stringify({ output }) : `${output} is written`)
      }),
    )

  user
    .command('erase <user-id>')
    .description('erase a person and all their data, as 注销 does; cannot be undone')
    .option('--yes', 'skip the confirmation')
    .option('--json', 'print JSON')
    .action((userId: string, { yes, json }: { yes?: boolean; json?: boolean }) =>
      withStore(
        async ({ services, actor, out }) => {
          demand(userId, await services.exports.find(userId))
          await services.eraser.erase(userId, 'operator', actor)
          out(json ? JSON.stringify({ erased: userId }) : `${userId} is erased`)
        },
        yes ? undefined : { kind: 'confirm', message: `Erase ${userId} and all their data?` },
      ),
    )

  user
    .command('reset-key <user-id>')
    .description('have the platform replace the session_keys of a person')
    .option('--json', 'print JSON')
    .action((userId: string, { json }: { json?: boolean }) =>
      withStore(async ({ services, actor, out }) => {
        const resets = await services.platformKeys.reset(userId, actor)
        if (!resets) throw new CommandError(`there is no user with the id ${userId}`)
        if (json) out(JSON.stringify(resets))
        else if (resets.length === 0) out('this person has no platform identity')
        else for (const { platform, appId, outcome } of resets) out(`${platform} ${appId}  ${outcomeWords[outcome]}`)
      }),
    )
}

/** Throws CommandError for a person who is not there. */
function demand(userId: string, found: UserExport | undefined): UserExport {
  if (!found) throw new CommandError(`there is no user with the id ${userId}`)
  return found
}

type Shown = Pick<UserExport, 'user' | 'identities' | 'devices' | 'consents'>

/** Values from people and phones are quoted, so that no control character reaches the terminal. */
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
  throw new CommandError(error.code === 'EEXIST' ? `${error.path} already exists` : error.message)
}

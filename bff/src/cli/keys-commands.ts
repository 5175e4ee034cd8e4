import type { Command } from 'commander'
import { isMasterKey } from '../config/is-master-key.ts'
import { loadMasterKeys } from '../config/master-key.ts'
import { Secret } from '../domain/secret.ts'
import type { CommandContext, Question, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

const question: Question = { kind: 'secret', message: 'New master key (create one with openssl rand -base64 32)' }

export function addKeysCommands(program: Command, withStore: WithStore): void {
  program
    .command('keys')
    .description('manage the keys that encrypt stored data')
    .command('rotate')
    .description('replace MASTER_KEY with MASTER_KEY_NEXT while servers run')
    .option('--ask', 'prompt for the new key, or read it from the standard input, instead')
    .option('--json', 'print JSON')
    .action(({ ask, json }: { ask?: boolean; json?: boolean }) =>
      withStore((context, answer) => rotate(context, ask ? answer : undefined, json), ask ? question : undefined),
    )
}

async function rotate(
  { services, actor, out }: CommandContext,
  given: string | undefined,
  json = false,
): Promise<void> {
  const { config, keyRotation } = services
  if (config.masterKey === null) {
    throw new CommandError('the key generated for development cannot be rotated: set MASTER_KEY')
  }
  const next = given === undefined ? loadMasterKeys(config).next : parseKey(given)
  if (!next) {
    throw new CommandError(
      'MASTER_KEY_NEXT is not set. Set it for every server and this command (openssl rand -base64 32), or use --ask',
    )
  }
  const rotated = await keyRotation.rotate(next, actor)
  if (!rotated)
    throw new CommandError('another rotation ran at the same time: check which key is meant, then try again')
  if (json) return void out(JSON.stringify(rotated))
  out(`${rotated.rewrapped} keys rewrapped, ${rotated.already} were already; running servers are not affected`)
  out('The next start needs the new key: move it to MASTER_KEY and remove MASTER_KEY_NEXT.')
}

function parseKey(text: string): Secret {
  if (!isMasterKey(text)) throw new CommandError('a master key must be 32 bytes in base64')
  return new Secret(text)
}

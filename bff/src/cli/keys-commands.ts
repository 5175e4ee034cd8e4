import type { Command } from 'commander'
import { isMasterKey } from '../config/is-master-key.ts'
import { loadMasterKeys } from '../config/master-key.ts'
import { Secret } from '../domain/secret.ts'
import type { CommandContext, Question, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

const question: Question = { kind: 'secret', message: 'The new master key: openssl rand -base64 32 makes one' }

export function addKeysCommands(program: Command, withStore: WithStore): void {
  program
    .command('keys')
    .description('the keys that seal what is stored')
    .command('rotate')
    .description('put a new master key in the place of MASTER_KEY, while servers run: the one in MASTER_KEY_NEXT')
    .option('--ask', 'ask for the new key, or read it from the standard input, instead')
    .option('--json', 'as JSON')
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
    throw new CommandError('the key that development made for itself is not rotated: set MASTER_KEY')
  }
  const next = given === undefined ? loadMasterKeys(config).next : parseKey(given)
  if (!next) {
    throw new CommandError(
      'MASTER_KEY_NEXT is not set. Give it to every server and to this command (openssl rand -base64 32), or use --ask',
    )
  }
  const rotated = await keyRotation.rotate(next, actor)
  if (!rotated) throw new CommandError('somebody else rotated at the same moment: look which key is meant, then repeat')
  if (json) return void out(JSON.stringify(rotated))
  out(`${rotated.rewrapped} keys wrapped anew, ${rotated.already} were already; servers that run notice nothing`)
  out('From the next start on the new key is needed: put it into MASTER_KEY and take MASTER_KEY_NEXT away.')
}

function parseKey(text: string): Secret {
  if (!isMasterKey(text)) throw new CommandError('a master key is 32 bytes in base64')
  return new Secret(text)
}

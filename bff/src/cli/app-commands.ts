import type { Platform } from '@trailpass/shared'
import { platforms } from '@trailpass/shared'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { AppState, PushSettings } from '../domain/registered-app.ts'
import { Secret } from '../domain/secret.ts'
import type { ShownApp } from '../services/app-registry.ts'
import type { CommandContext, Question, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { demandApp, type NamedOnPlatform, platformOption } from './demand-app.ts'

const pushQuestion: Question = {
  kind: 'secret',
  message: 'Token of the message push (消息推送); for encrypted messages, then a space and the EncodingAESKey',
}

type AppOptions = NamedOnPlatform & { json?: boolean }

export function addAppCommands(program: Command, withStore: WithStore): void {
  const app = program.command('app').description('manage the mini programs and accounts that people sign in to')

  app
    .command('add <app-id>')
    .description('register an app; trailpass secret set then stores its secret')
    .addOption(
      new Option('--platform <platform>', 'the platform it belongs to').choices(platforms).makeOptionMandatory(),
    )
    .option('--label <label>', 'a name for your own use', parseLabel)
    .option('--json', 'print JSON')
    .action((appId: string, { platform, label, json }: { platform: Platform; label?: string; json?: boolean }) =>
      withStore(async ({ services, actor, out }) => {
        const isNew = await services.registry.add({ platform, appId, label: label ?? appId }, actor)
        if (!isNew) throw new CommandError(`${platform} ${appId} is already registered: trailpass app list`)
        out(
          json
            ? JSON.stringify({ platform, appId })
            : `${platform} ${appId} is registered. Next: trailpass secret set ${appId}`,
        )
      }),
    )

  app
    .command('list')
    .description('list the apps with the fingerprints and dates of their secrets, and their message push')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) =>
      withStore(async ({ services, out }) => {
        const apps = await services.registry.list()
        if (json) out(JSON.stringify(apps))
        else if (apps.length === 0) out('no apps yet: trailpass app add <app-id> --platform <platform>')
        else for (const shown of apps) out(describe(shown))
      }),
    )

  for (const [name, state, words] of [
    ['disable', 'disabled', 'stop new sign-ins to an app; existing sessions stay valid'],
    ['enable', 'active', 'allow sign-ins to an app again'],
  ] as const) {
    app
      .command(`${name} <app-id>`)
      .description(words)
      .addOption(platformOption())
      .option('--json', 'print JSON')
      .action((appId: string, options: AppOptions) => withStore((context) => setState(context, appId, options, state)))
  }

  const push = app.command('push').description('configure the message push (消息推送) of an app')
  push
    .command('set <app-id>')
    .description(
      'store the Token and EncodingAESKey set at the platform; prompts for them, or reads the standard input',
    )
    .addOption(platformOption())
    .option('--json', 'print JSON')
    .action((appId: string, options: AppOptions) =>
      withStore((context, answer) => setPush(context, appId, options, parsePush(answer)), pushQuestion),
    )
  push
    .command('remove <app-id>')
    .description('stop accepting pushed messages')
    .addOption(platformOption())
    .option('--json', 'print JSON')
    .action((appId: string, options: AppOptions) => withStore((context) => setPush(context, appId, options, null)))
}

async function setState(context: CommandContext, appId: string, options: AppOptions, state: AppState): Promise<void> {
  const key = await demandApp(context, appId, options)
  await context.services.registry.setState(key, state, context.actor)
  context.out(options.json ? JSON.stringify({ ...key, state }) : `${key.platform} ${appId} is ${state}`)
}

async function setPush(
  context: CommandContext,
  appId: string,
  options: AppOptions,
  settings: PushSettings | null,
): Promise<void> {
  const key = await demandApp(context, appId, options)
  await context.services.registry.setPush(key, settings, context.actor)
  const push = settings ? (settings.aesKey ? 'encrypted' : 'plain') : 'off'
  if (options.json) return context.out(JSON.stringify({ ...key, push }))
  const words = settings ? `on, ${settings.aesKey ? 'encrypted messages only' : 'plain messages'}` : 'off'
  context.out(`message push of ${key.platform} ${appId} is ${words}`)
}

function parsePush(answer: string): PushSettings {
  const [token = '', aesKey, ...rest] = answer.split(/\s+/)
  if (!/^[A-Za-z0-9]{3,32}$/.test(token)) throw new CommandError('the Token must be 3 to 32 letters and digits')
  if (rest.length > 0 || (aesKey !== undefined && !/^[A-Za-z0-9]{43}$/.test(aesKey))) {
    throw new CommandError('the EncodingAESKey must be 43 letters and digits')
  }
  return { token: new Secret(token), aesKey: aesKey === undefined ? null : new Secret(aesKey) }
}

function describe({ platform, appId, label, state, secrets, push }: ShownApp): string {
  const [current, ...former] = secrets.map(({ fingerprint, createdAt, goodUntil }) =>
    goodUntil === null
      ? `secret ${fingerprint} since ${createdAt.toISOString()}`
      : `former ${fingerprint} until ${goodUntil.toISOString()}`,
  )
  return [`${platform} ${appId}`, label, state, current ?? 'no secret', ...former, `push ${push}`].join('  ')
}

function parseLabel(text: string): string {
  const label = text.trim()
  if (label === '' || label.length > 64) throw new InvalidArgumentError('It must be 1 to 64 characters')
  return label
}

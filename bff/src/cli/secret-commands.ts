import type { Command } from 'commander'
import type { AppKey } from '../domain/registered-app.ts'
import { Secret } from '../domain/secret.ts'
import { explainRefusal, secretName } from '../lib/secret-words.ts'
import type { IntakeOutcome } from '../services/secret-intake.ts'
import type { CommandContext, Question, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { demandApp, type NamedOnPlatform, platformOption } from './demand-app.ts'

type SecretOptions = NamedOnPlatform & { json?: boolean }

const question: Question = { kind: 'secret', message: 'The secret (it is not shown, and is checked before it is kept)' }

export function addSecretCommands(program: Command, withStore: WithStore): void {
  const secret = program.command('secret').description('the AppSecrets; they go in and never come out')

  for (const [name, words] of [
    ['set', 'check a secret with the platform and keep it; former ones are forgotten at once'],
    ['rotate', 'the same, but the former one is tried for a while when the platform refuses the new one'],
  ] as const) {
    secret
      .command(`${name} <app-id>`)
      .description(`${words}. It is asked for, or read from the standard input`)
      .addOption(platformOption())
      .option('--json', 'as JSON')
      .action((appId: string, options: SecretOptions) =>
        withStore(async (context, answer) => {
          const key = await demandApp(context, appId, options)
          const handover = { key, secret: new Secret(answer), actor: context.actor, action: `secret.${name}` as const }
          tell(context, key, await context.services.secretIntake.handOver(handover), options)
        }, question),
      )
  }

  secret
    .command('withdraw <app-id>')
    .description('forget the secrets of an app: nobody can sign in to it until it is given another')
    .addOption(platformOption())
    .option('--json', 'as JSON')
    .action((appId: string, options: SecretOptions) =>
      withStore(async (context) => {
        const key = await demandApp(context, appId, options)
        const withdrawn = (await context.services.secretIntake.withdraw(key, { actor: context.actor })) ?? 0
        if (options.json) context.out(JSON.stringify({ ...key, withdrawn }))
        else
          context.out(
            `${withdrawn === 0 ? 'there was no secret of' : 'forgotten: the secret of'} ${key.platform} ${appId}`,
          )
      }),
    )

  secret
    .command('link <app-id>')
    .description('make an address for the owner of an app to hand its secret over at: once, for 15 minutes')
    .addOption(platformOption())
    .option('--json', 'as JSON')
    .action((appId: string, options: SecretOptions) =>
      withStore(async (context) => {
        demandSafeAddress(context)
        const link = await context.services.secretLinks.create(await demandApp(context, appId, options), context.actor)
        if (!link) throw new CommandError(`there is no app ${appId}: trailpass app list`)
        if (options.json) context.out(JSON.stringify(link))
        else
          context.out(`${link.url}\ngood once, until ${link.expiresAt.toISOString()}; send it to nobody but the owner`)
      }),
    )
}

function demandSafeAddress({ services: { config } }: CommandContext): void {
  if (config.publicUrl === null) throw new CommandError('PUBLIC_URL is not set: the link would lead nowhere')
  if (config.production && !config.publicUrl.startsWith('https:')) {
    throw new CommandError('PUBLIC_URL is no https address: the secret could be read on its way')
  }
}

function tell({ out }: CommandContext, key: AppKey, outcome: IntakeOutcome, { json }: SecretOptions): void {
  if (outcome.kind !== 'kept' && outcome.kind !== 'same') throw new CommandError(explain(key, outcome))
  const words =
    outcome.kind === 'kept' ? 'the platform took it, and it is kept' : 'this is the one that is kept already'
  if (json) out(JSON.stringify({ ...key, ...outcome }))
  else out(`${key.platform} ${key.appId}: ${words}; fingerprint ${outcome.fingerprint}`)
}

function explain({ platform, appId }: AppKey, outcome: Exclude<IntakeOutcome, { kind: 'kept' | 'same' }>): string {
  switch (outcome.kind) {
    case 'refused':
      return ['nothing was kept.', ...explainRefusal(platform, outcome).en].join('\n  ')
    case 'unanswered':
      return 'nothing was kept: the platform did not answer. Try again in a while'
    case 'unsupported':
      return `nothing was kept: ${platform} is not set up here (ALIPAY_PUBLIC_KEY)`
    case 'unknown-app':
      return `there is no app ${appId}: trailpass app list`
    case 'nothing-to-rotate':
      return `${appId} has no ${secretName(platform).en} yet: trailpass secret set ${appId}`
  }
}

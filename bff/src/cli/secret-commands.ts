import type { Command } from 'commander'
import type { AppKey } from '../domain/registered-app.ts'
import { Secret } from '../domain/secret.ts'
import { explainRefusal, secretName } from '../lib/secret-words.ts'
import type { IntakeOutcome } from '../services/secret-intake.ts'
import type { CommandContext, Question, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { demandApp, type NamedOnPlatform, platformOption } from './demand-app.ts'

type SecretOptions = NamedOnPlatform & { json?: boolean }

const question: Question = {
  kind: 'secret',
  message: 'Secret (not shown; checked with the platform before it is stored)',
}

export function addSecretCommands(program: Command, withStore: WithStore): void {
  const secret = program.command('secret').description('manage AppSecrets; they can be stored but never read')

  for (const [name, words] of [
    ['set', 'check a secret with the platform and store it; earlier ones are deleted at once'],
    ['rotate', 'the same, but the earlier one is still tried for a while if the platform refuses the new one'],
  ] as const) {
    secret
      .command(`${name} <app-id>`)
      .description(`${words}. Prompts for the secret, or reads the standard input`)
      .addOption(platformOption())
      .option('--json', 'print JSON')
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
    .description('delete the secrets of an app: nobody can sign in to it until a new one is stored')
    .addOption(platformOption())
    .option('--json', 'print JSON')
    .action((appId: string, options: SecretOptions) =>
      withStore(async (context) => {
        const key = await demandApp(context, appId, options)
        const withdrawn = (await context.services.secretIntake.withdraw(key, { actor: context.actor })) ?? 0
        if (options.json) context.out(JSON.stringify({ ...key, withdrawn }))
        else
          context.out(
            `${withdrawn === 0 ? 'there was no secret of' : 'deleted the secret of'} ${key.platform} ${appId}`,
          )
      }),
    )

  secret
    .command('link <app-id>')
    .description('create a link where the owner of an app can enter its secret; valid once, for 15 minutes')
    .addOption(platformOption())
    .option('--json', 'print JSON')
    .action((appId: string, options: SecretOptions) =>
      withStore(async (context) => {
        demandSafeAddress(context)
        const link = await context.services.secretLinks.create(await demandApp(context, appId, options), context.actor)
        if (!link) throw new CommandError(`there is no app ${appId}: trailpass app list`)
        if (options.json) context.out(JSON.stringify(link))
        else context.out(`${link.url}\nvalid once, until ${link.expiresAt.toISOString()}; send it to the owner only`)
      }),
    )
}

function demandSafeAddress({ services: { config } }: CommandContext): void {
  if (config.publicUrl === null) throw new CommandError('PUBLIC_URL is not set: the link would not work')
  if (config.production && !config.publicUrl.startsWith('https:')) {
    throw new CommandError('PUBLIC_URL is not an https address: the secret could be read in transit')
  }
}

function tell({ out }: CommandContext, key: AppKey, outcome: IntakeOutcome, { json }: SecretOptions): void {
  if (outcome.kind !== 'kept' && outcome.kind !== 'same') throw new CommandError(explain(key, outcome))
  const words =
    outcome.kind === 'kept' ? 'the platform accepted the secret, and it is stored' : 'this secret is already stored'
  if (json) out(JSON.stringify({ ...key, ...outcome }))
  else out(`${key.platform} ${key.appId}: ${words}; fingerprint ${outcome.fingerprint}`)
}

function explain({ platform, appId }: AppKey, outcome: Exclude<IntakeOutcome, { kind: 'kept' | 'same' }>): string {
  switch (outcome.kind) {
    case 'refused':
      return ['nothing was stored.', ...explainRefusal(platform, outcome).en].join('\n  ')
    case 'unanswered':
      return 'nothing was stored: the platform did not answer. Try again later'
    case 'unsupported':
      return `nothing was stored: ${platform} is not configured here (ALIPAY_PUBLIC_KEY)`
    case 'unknown-app':
      return `there is no app ${appId}: trailpass app list`
    case 'nothing-to-rotate':
      return `${appId} has no ${secretName(platform).en} yet: trailpass secret set ${appId}`
  }
}

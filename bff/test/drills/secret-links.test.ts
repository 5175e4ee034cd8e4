import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { AppError } from '../../src/domain/app-error.ts'
import { Secret } from '../../src/domain/secret.ts'
import type { SecretLinkService } from '../../src/services/secret-link-service.ts'
import { figure, patience } from '../support/figure.ts'
import { weapp } from '../support/journeys.ts'
import { resetSecret } from '../support/operator-command.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const links = figure('links', 2)
const submissions = figure('submissions', 50)
const app = { platform: 'weapp', appId: weapp.appId } as const

/** A store that cannot keep up says so, and whoever asked asks again. */
async function submitAtLast(secretLinks: SecretLinkService, link: string, secret: Secret): Promise<string> {
  const receipt = randomBytes(32).toString('base64url')
  for (;;) {
    try {
      return (await secretLinks.submit(link, { secret, receipt })).outcome.kind
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      if (error.code !== 'storage.unavailable') return error.code
    }
  }
}

it.each(storages)(
  'of many who use a link at once, one hands a secret over, on $name',
  { timeout: patience(20_000) },
  (storage) =>
    withStack(
      async (stack) => {
        const { secretLinks, registry } = stack.context
        for (let turn = 1; turn <= links; turn++) {
          const secret = `secret-of-turn-${turn}`
          resetSecret(stack.simulator, weapp, secret)
          const made = await secretLinks.create(app, 'operator:test')
          const link = new URL(made?.url ?? '').hash.slice(1)
          const outcomes = await Promise.all(
            Array.from({ length: submissions }, () => submitAtLast(secretLinks, link, new Secret(secret))),
          )
          expect(outcomes.filter((outcome) => outcome === 'kept')).toHaveLength(1)
          const refusals = new Set(outcomes.filter((outcome) => outcome !== 'kept'))
          expect(['request.not_found', 'rate_limit.exceeded']).toEqual(expect.arrayContaining([...refusals]))
          expect((await stack.upstreamCalls('/cgi-bin/stable_token')).length).toBeLessThanOrEqual(5 * turn)
        }
        const [shown] = await registry.list()
        expect(shown?.secrets.filter(({ goodUntil }) => goodUntil === null)).toHaveLength(1)
      },
      { storage },
    ),
)

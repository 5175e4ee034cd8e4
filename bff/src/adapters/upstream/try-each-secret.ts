import type { App } from '../../domain/registered-app.ts'
import type { Secret } from '../../domain/secret.ts'
import { UpstreamError } from './upstream.ts'

/**
 * Asks with the current secret, and with the former one when the platform refuses that: while a secret is being
 * replaced, nobody knows which of both the platform takes. Throws UpstreamError when there is none.
 */
export async function tryEachSecret<Answer>(
  { secrets: [current, ...former] }: App,
  ask: (secret: Secret) => Promise<Answer>,
  isSecretRefused: (answer: Answer) => boolean,
): Promise<Answer> {
  if (!current) throw new UpstreamError('no secret is stored for this app')
  let answer = await ask(current)
  for (const secret of former) {
    if (!isSecretRefused(answer)) break
    answer = await ask(secret)
  }
  return answer
}

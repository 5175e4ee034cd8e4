import type { App } from '../../domain/registered-app.ts'
import type { Secret } from '../../domain/secret.ts'
import { UpstreamError } from './upstream.ts'

/**
 * Calls with the current secret, and with the previous one if the platform rejects it: during a replacement it is
 * unknown which one the platform accepts. Throws UpstreamError if there is none.
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

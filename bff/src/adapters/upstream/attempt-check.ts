import type { SecretVerdict } from '../../domain/secret-verdict.ts'
import type { Log } from '../../ports/log.ts'
import { UpstreamError } from './upstream.ts'

/**
 * Verifies one secret with a platform. `undefined` means a response that does not match the platform's documentation.
 * Never rejects.
 */
export async function attemptCheck(
  log: Log,
  appId: string,
  check: () => Promise<SecretVerdict | undefined>,
): Promise<SecretVerdict> {
  try {
    const verdict = await check()
    if (!verdict) throw new UpstreamError('unexpected fields')
    return verdict
  } catch (error) {
    const reason = error instanceof UpstreamError ? error.reason : 'unexpected'
    log.warn({ event: 'upstream.unavailable', appId, reason }, 'the platform did not answer a secret check')
    return { kind: 'unanswered' }
  }
}

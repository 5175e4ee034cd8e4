import type { ExchangeOutcome } from '../../ports/identity-provider.ts'
import type { Log } from '../../ports/log.ts'
import { withinFlightTime } from './flight-deadline.ts'
import { UpstreamError } from './upstream.ts'

/**
 * Exchanges one code with a platform. `undefined` from `ask` means a response that does not match the platform's
 * documentation. Never rejects.
 */
export async function attemptExchange(
  log: Log,
  appId: string,
  exchange: (deadline: AbortSignal) => Promise<ExchangeOutcome | undefined>,
): Promise<ExchangeOutcome> {
  try {
    const outcome = await withinFlightTime(exchange)
    if (!outcome) throw new UpstreamError('unexpected fields')
    return outcome
  } catch (error) {
    const { reason, rid } = error instanceof UpstreamError ? error : { reason: 'unexpected', rid: undefined }
    log.warn({ event: 'upstream.unavailable', appId, reason, rid }, 'the platform did not answer a login')
    return { kind: 'unavailable', rid }
  }
}

/** A non-empty string. */
export const asText = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

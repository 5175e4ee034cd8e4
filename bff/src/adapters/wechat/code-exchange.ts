import { circuitBreaker, ExponentialBackoff, handleAll, handleWhen, retry, SamplingBreaker, wrap } from 'cockatiel'
import type { ExchangeOutcome } from '../../ports/identity-provider.ts'
import type { Log } from '../../ports/log.ts'
import { errcodes, explainErrcode, readStatus, type WeChatStatus } from './errcode.ts'
import { UpstreamError } from './upstream.ts'

/** The whole flight, tries included. */
const flightMs = 3000
const maxRetries = 2

class BusyError extends UpstreamError {}

/** Asks WeChat once, within the signal's time. */
export type Ask = (signal: AbortSignal) => Promise<Record<string, unknown>>
/** The outcome of an answer without errcode; `undefined` when it is not what the page promises. */
export type ReadSuccess = (answer: Record<string, unknown>) => ExchangeOutcome | undefined

export interface CodeExchange {
  run(appId: string, ask: Ask, readSuccess: ReadSuccess): Promise<ExchangeOutcome>
}

/** One code's way through WeChat: deadline, retry of a busy answer, circuit breaker, and what each errcode means. */
export function createCodeExchange(log: Log): CodeExchange {
  // Below 5 requests a second a few failures say nothing about WeChat as a whole.
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: 3000,
    breaker: new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 5 }),
  })
  breaker.onBreak(() => log.error({ event: 'upstream.breaker_open' }, 'WeChat does not answer; guests are offered'))
  breaker.onReset(() => log.info({ event: 'upstream.breaker_closed' }, 'WeChat answers again'))
  const busyRetry = retry(
    handleWhen((error) => error instanceof BusyError),
    { maxAttempts: maxRetries, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 500 }) },
  )
  const policy = wrap(busyRetry, breaker)

  return {
    async run(appId, ask, readSuccess) {
      const deadline = AbortSignal.timeout(flightMs)
      let uncertain = false
      try {
        return await policy.execute(async () => {
          const answer = await ask(deadline)
          const status = readStatus(answer)
          if (status.errcode === errcodes.busy) {
            uncertain = true // a busy WeChat may have consumed the code all the same
            throw new BusyError('busy')
          }
          if (status.errcode !== 0) return interpretErrcode(appId, status, uncertain, log)
          const outcome = readSuccess(answer)
          if (!outcome) throw new UpstreamError('unexpected fields')
          return outcome
        }, deadline)
      } catch (error) {
        const reason = error instanceof UpstreamError ? error.reason : 'breaker open or deadline passed'
        log.warn({ event: 'upstream.unavailable', appId, reason }, 'WeChat did not answer a login')
        return { kind: 'unavailable' }
      }
    },
  }
}

function interpretErrcode(appId: string, status: WeChatStatus, uncertain: boolean, log: Log): ExchangeOutcome {
  const { errcode, rid, ip } = status
  switch (errcode) {
    case errcodes.invalidCode:
      return { kind: 'refused', refusal: 'login.code_rejected' }
    case errcodes.codeUsed:
      return { kind: 'refused', refusal: uncertain ? 'login.code_spent' : 'login.code_rejected' }
    case errcodes.tooFrequent:
      return { kind: 'refused', refusal: 'rate_limit.exceeded', retryAfterMs: 60_000 }
    case errcodes.blocked:
      log.warn({ event: 'upstream.account_blocked', appId, errcode, rid }, 'WeChat blocks this account')
      return { kind: 'refused', refusal: 'account.blocked' }
    default:
      log.error({ event: 'operator.attention', appId, errcode, rid, ip }, explainErrcode(errcode))
      return { kind: 'unavailable' }
  }
}

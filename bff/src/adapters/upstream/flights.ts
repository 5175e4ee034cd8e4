import {
  BrokenCircuitError,
  type CircuitBreakerPolicy,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  type IPolicy,
  retry,
  SamplingBreaker,
  TaskCancelledError,
  wrap,
} from 'cockatiel'
import type { Log } from '../../ports/log.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { flightDeadline } from './flight-deadline.ts'
import { UpstreamError } from './upstream.ts'

const maxRetries = 2

/** The platform reported that it is busy; a retry may succeed. */
export class BusyError extends UpstreamError {
  constructor(rid?: string) {
    super('busy', rid)
  }
}

/** Makes all calls to platforms. */
export interface Flights {
  /**
   * Makes a call within the deadline: up to three attempts while the platform is busy, and none while the operation's
   * circuit breaker is open. Throws UpstreamError, or whatever else `ask` threw.
   */
  run<T>(operation: string, ask: (deadline: AbortSignal) => Promise<T>, deadline?: AbortSignal): Promise<T>
}

export interface FlightDeps {
  log: Log
  metrics: Pick<Metrics, 'observeUpstream' | 'setBreaker'>
}

/** One circuit breaker per operation, so that a failing operation does not block the others. */
export function createFlights(deps: FlightDeps): Flights {
  const { metrics } = deps
  const busyRetry = retry(
    handleWhen((error) => error instanceof BusyError),
    { maxAttempts: maxRetries, backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 500 }) },
  )
  const policies = new Map<string, IPolicy>()

  function policyOf(operation: string): IPolicy {
    const known = policies.get(operation)
    if (known) return known
    const policy = wrap(busyRetry, createBreaker(operation, deps))
    policies.set(operation, policy)
    return policy
  }

  return {
    async run(operation, ask, deadline = flightDeadline()) {
      const startedAt = performance.now()
      const observe = (isAnswered: boolean) =>
        metrics.observeUpstream(operation, isAnswered, performance.now() - startedAt)
      try {
        const answer = await policyOf(operation).execute(() => ask(deadline), deadline)
        observe(true)
        return answer
      } catch (error) {
        observe(false)
        if (error instanceof BrokenCircuitError) throw new UpstreamError('breaker open')
        if (error instanceof TaskCancelledError) throw new UpstreamError('timeout')
        throw error
      }
    },
  }
}

function createBreaker(operation: string, { log, metrics }: FlightDeps): CircuitBreakerPolicy {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof UpstreamError),
    {
      halfOpenAfter: 3000,
      // Below 5 requests per second, a few failures say nothing about the platform.
      breaker: new SamplingBreaker({ threshold: 0.5, duration: 10_000, minimumRps: 5 }),
    },
  )
  metrics.setBreaker(operation, 'closed')
  breaker.onHalfOpen(() => metrics.setBreaker(operation, 'half-open'))
  breaker.onBreak(() => {
    metrics.setBreaker(operation, 'open')
    log.error({ event: 'upstream.breaker_open', operation }, 'the platform does not answer')
  })
  breaker.onReset(() => {
    metrics.setBreaker(operation, 'closed')
    log.info({ event: 'upstream.breaker_closed', operation }, 'the platform answers again')
  })
  return breaker
}

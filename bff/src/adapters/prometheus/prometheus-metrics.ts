import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { BreakerState, Metrics } from '../../ports/metrics.ts'

export interface PrometheusMetrics extends Metrics {
  contentType: string
  /** All metrics in the Prometheus text format, including its client's default metrics of the Node process. */
  render(): Promise<string>
  breakers(): { operation: string; state: BreakerState }[]
}

const breakerValues: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 }

/** Each label value creates a time series that is kept forever, so label values come from short fixed lists. */
export function createPrometheusMetrics(): PrometheusMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    registers,
    name: 'trailpass_http_requests_total',
    help: 'Requests at the public port, by status.',
    labelNames: ['status'],
  })
  const logins = new Counter({
    registers,
    name: 'trailpass_logins_total',
    help: 'Logins, by how they ended: member, guest, degraded (the platform did not answer), or the code of a refusal.',
    labelNames: ['platform', 'outcome'],
  })
  const ledgerHits = new Counter({
    registers,
    name: 'trailpass_login_ledger_hits_total',
    help: 'Logins that were settled without asking the platform.',
    labelNames: ['hit'],
  })
  const sessionChecks = new Counter({
    registers,
    name: 'trailpass_session_checks_total',
    help: 'Sessions looked up for a request.',
    labelNames: ['outcome'],
  })
  const upstream = new Histogram({
    registers,
    name: 'trailpass_upstream_seconds',
    help: 'Calls to platforms, tries included.',
    labelNames: ['operation', 'outcome'],
    buckets: [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3],
  })
  const breaker = new Gauge({
    registers,
    name: 'trailpass_upstream_breaker',
    help: 'Circuit breakers: 0 closed, 1 half open, 2 open (the platform is not asked).',
    labelNames: ['operation'],
  })
  const commits = new Histogram({
    registers,
    name: 'trailpass_group_commit_units',
    help: 'Units of work that shared one commit of the embedded store.',
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  })
  const breakerStates = new Map<string, BreakerState>()

  return {
    contentType: registry.contentType,
    countRequest: (status) => requests.inc({ status }),
    countLogin: (platform, outcome) => logins.inc({ platform, outcome }),
    countLedgerHit: (hit) => ledgerHits.inc({ hit }),
    countSessionCheck: (outcome) => sessionChecks.inc({ outcome }),
    observeUpstream: (operation, isAnswered, ms) =>
      upstream.observe({ operation, outcome: isAnswered ? 'answered' : 'unanswered' }, ms / 1000),
    setBreaker(operation, state) {
      breakerStates.set(operation, state)
      breaker.set({ operation }, breakerValues[state])
    },
    observeCommit: (units) => commits.observe(units),
    render: () => registry.metrics(),
    breakers: () => [...breakerStates].map(([operation, state]) => ({ operation, state })),
  }
}

import { createCounter, createGauge, createHistogram } from '../../lib/metric.ts'
import type { BreakerState, Metrics } from '../../ports/metrics.ts'
import { renderProcessMetrics } from './process-metrics.ts'

export interface PrometheusMetrics extends Metrics {
  /** The text that Prometheus reads. */
  render(): string
  breakers(): { operation: string; state: BreakerState }[]
}

const breakerValues: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 }

export function createPrometheusMetrics(): PrometheusMetrics {
  const requests = createCounter({
    name: 'trailpass_http_requests_total',
    help: 'Requests at the public port, by status.',
    labels: ['status'],
  })
  const logins = createCounter({
    name: 'trailpass_logins_total',
    help: 'Logins, by how they ended: member, guest, degraded (the platform did not answer), or the code of a refusal.',
    labels: ['platform', 'outcome'],
  })
  const ledgerHits = createCounter({
    name: 'trailpass_login_ledger_hits_total',
    help: 'Logins that were settled without asking the platform.',
    labels: ['hit'],
  })
  const sessionChecks = createCounter({
    name: 'trailpass_session_checks_total',
    help: 'Sessions looked up for a request.',
    labels: ['outcome'],
  })
  const upstream = createHistogram({
    name: 'trailpass_upstream_seconds',
    help: 'Calls to platforms, tries included.',
    labels: ['operation', 'outcome'],
    bounds: [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3],
  })
  const breaker = createGauge({
    name: 'trailpass_upstream_breaker',
    help: 'Circuit breakers: 0 closed, 1 half open, 2 open (the platform is not asked).',
    labels: ['operation'],
  })
  const commits = createHistogram({
    name: 'trailpass_group_commit_units',
    help: 'Units of work that shared one commit of the embedded store.',
    bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256],
  })
  const breakerStates = new Map<string, BreakerState>()
  const all = [requests, logins, ledgerHits, sessionChecks, upstream, breaker, commits]

  return {
    countRequest: (status) => requests.add(1, String(status)),
    countLogin: (platform, outcome) => logins.add(1, platform, outcome),
    countLedgerHit: (hit) => ledgerHits.add(1, hit),
    countSessionCheck: (outcome) => sessionChecks.add(1, outcome),
    observeUpstream: (operation, isAnswered, ms) =>
      upstream.observe(ms / 1000, operation, isAnswered ? 'answered' : 'unanswered'),
    setBreaker(operation, state) {
      breakerStates.set(operation, state)
      breaker.set(breakerValues[state], operation)
    },
    observeCommit: (units) => commits.observe(units),
    render: () => `${[...all.map((metric) => metric.render()), renderProcessMetrics()].join('\n')}\n`,
    breakers: () => [...breakerStates].map(([operation, state]) => ({ operation, state })),
  }
}

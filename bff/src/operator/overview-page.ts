import { type Html, html } from '../lib/html.ts'
import type { LoginTimeline } from '../services/login-watch.ts'
import type { AppHealth, Health } from './health.ts'
import { renderFrame } from './page-frame.ts'

const shownTimelines = 50
const barWidth = 160

/** The page with health, apps and recent logins. */
export function renderOverviewPage(health: Health, timelines: readonly LoginTimeline[], now: Date): string {
  const { status, apps } = health
  return renderFrame(
    status,
    html`<header><h1>Trailpass <span class="${status === 'ok' ? 'good' : 'bad'}">${status}</span></h1>
<form method="post" action="/sign-out"><a href="/">Reload</a> <button>Sign out</button></form></header>
<main>${renderHealth(health, now)}
<h2>Apps</h2>${apps ? renderApps(apps) : html`<p class="bad">The store does not answer.</p>`}
<h2>Recent logins</h2>${renderTimelines(timelines.slice(0, shownTimelines))}
<p class="weak">Machine-readable: <a href="/metrics">metrics</a>, <a href="/health">health</a>,
<a href="/timelines">timelines</a>.</p></main>`,
  )
}

function renderHealth({ startedAt, store, redis, breakers }: Health, now: Date): Html {
  const storeWords = store.ok ? `answers in ${store.pingMs} ms` : 'does not answer'
  const hours = Math.floor((now.getTime() - startedAt.getTime()) / 3_600_000)
  return html`<h2>Health</h2><table><thead><tr><th>Component</th><th>State</th></tr></thead><tbody>
<tr><td>process</td><td>up ${hours} h, since ${showTime(startedAt)}</td></tr>
<tr><td>${store.kind}</td><td class="${store.ok ? 'good' : 'bad'}">${storeWords}</td></tr>
${redis === null ? '' : html`<tr><td>Redis</td><td class="${redis ? 'good' : 'bad'}">${redis ? 'answers' : 'does not answer'}</td></tr>`}
${breakers.map(
  ({ operation, state }) =>
    html`<tr><td>${operation}</td><td class="${state === 'closed' ? 'good' : 'bad'}">${breakerWords[state]}</td></tr>`,
)}</tbody></table>`
}

const breakerWords = {
  closed: 'answers',
  'half-open': 'is being retried',
  open: 'does not answer; calls are suspended',
} as const

function renderApps(apps: readonly AppHealth[]): Html {
  if (apps.length === 0) return html`<p>No apps yet: run trailpass app add</p>`
  const rows = apps.map(
    ({ platform, appId, label, state, secret }) => html`<tr><td>${platform}</td><td><code>${appId}</code></td>
<td>${label}</td><td class="${state === 'active' ? 'good' : 'weak'}">${state}</td>
<td>${secret ? html`<code>${secret.fingerprint}</code> kept ${showTime(secret.keptAt)}` : html`<span class="bad">no secret</span>`}</td></tr>`,
  )
  return html`<div class="wide"><table><thead><tr><th>Platform</th><th>AppID</th><th>Label</th><th>State</th>
<th>Secret</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function renderTimelines(timelines: readonly LoginTimeline[]): Html {
  if (timelines.length === 0) return html`<p>No logins since this process started.</p>`
  const longestMs = Math.max(...timelines.map(({ totalMs }) => totalMs), 1)
  const rows = timelines.map(
    (login) => html`<tr><td>${showTime(login.at).slice(11)}</td><td>${login.platform}</td>
<td class="${isWell(login.outcome) ? 'good' : 'bad'}">${login.outcome}</td>
<td class="number">${login.earlierMs ?? '–'}</td><td class="number">${login.codeMs ?? '–'}</td>
<td class="number">${login.claimMs}</td>
<td class="number">${login.exchangeMs ?? '–'}</td><td class="number">${login.settleMs ?? '–'}</td>
<td class="number">${login.totalMs}</td><td>${renderBar(login, barWidth / longestMs)}</td>
<td><code>${login.requestId}</code></td><td><code>${login.rid ?? ''}</code></td></tr>`,
  )
  return html`<p class="weak">Times are in UTC, durations in milliseconds. The client reports how long it had tried before and how
long the platform took to return the code. The next columns are the times for claiming the code, for the platform's response
and for storing person and session, then their total. A rid is the platform's id of a request that it rejected.</p>
<div class="wide"><table><thead><tr><th>At</th><th>Platform</th><th>Outcome</th><th class="number">before</th>
<th class="number">code given</th><th class="number">claimed</th><th class="number">code2Session</th><th class="number">stored</th>
<th class="number">total</th><th>Share</th><th>Request-Id</th><th>rid</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

const isWell = (outcome: string) => outcome === 'member' || outcome === 'guest'

function renderBar({ claimMs, exchangeMs, settleMs }: LoginTimeline, pixelsPerMs: number): Html {
  let x = 0
  const parts = Object.entries({ claim: claimMs, exchange: exchangeMs ?? 0, settle: settleMs ?? 0 }).map(
    ([name, ms]) => {
      const width = ms * pixelsPerMs
      x += width
      return html`<rect class="${name}" x="${x - width}" width="${width}" height="12"/>`
    },
  )
  return html`<svg width="${barWidth}" height="12" aria-hidden="true">${parts}</svg>`
}

const showTime = (at: Date) => at.toISOString().replace('T', ' ').slice(0, 19)

import { createHash } from 'node:crypto'
import { Html, html } from '../lib/html.ts'

const style = `
:root { color-scheme: light dark; --line: #8884; --weak: #666; --good: #1a7f37; --bad: #b42318;
  --claim: #9a6; --exchange: #48c; --settle: #c84 }
@media (prefers-color-scheme: dark) { :root { --weak: #aaa; --good: #4ac26b; --bad: #ff8a7a } }
* { box-sizing: border-box }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1.5rem }
header { display: flex; flex-wrap: wrap; gap: 1rem; align-items: baseline; justify-content: space-between }
h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); white-space: nowrap }
th { font-weight: 600; color: var(--weak) } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums }
code { font: .9em ui-monospace, monospace }
.good { color: var(--good) } .bad { color: var(--bad); font-weight: 600 } .weak { color: var(--weak) }
.claim { fill: var(--claim) } .exchange { fill: var(--exchange) } .settle { fill: var(--settle) }
form.sign-in { display: grid; gap: .6rem; max-width: 26rem; margin-top: 1.5rem }
input, button { font: inherit; padding: .45rem .7rem; border: 1px solid var(--line); border-radius: .4rem }
button { cursor: pointer }
:focus-visible { outline: 2px solid #48c; outline-offset: 2px }
`

export const pageStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`

/** A complete page without external resources. */
export function renderFrame(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Trailpass</title><style>${new Html(style)}</style></head><body>${body}</body></html>`.text
}

export function renderSignInPage(problem = ''): string {
  return renderFrame(
    'Sign in',
    html`<main><h1>Trailpass operator page</h1>
<form class="sign-in" method="post" action="/sign-in">
<label for="token">OPERATOR_TOKEN of this server</label>
<input id="token" name="token" type="password" autocomplete="current-password" required>
${problem === '' ? '' : html`<p class="bad" role="alert">${problem}</p>`}<button>Sign in</button></form></main>`,
  )
}

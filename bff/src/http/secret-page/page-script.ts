/**
 * Runs in the owner's browser. The token in the link is removed from the address bar at once and only ever sent by POST.
 * The receipt is generated here, so that the request can be repeated if the response was lost.
 */
export const secretPageScript = `'use strict'
const part = (id) => document.getElementById(id)
const link = location.hash.slice(1)
if (link) history.replaceState(null, '', location.pathname)
const receipt = toText(crypto.getRandomValues(new Uint8Array(32)))
let known = ''

function toText(bytes) {
  return btoa(String.fromCharCode(...bytes)).replace(/\\+/g, '-').replace(/\\//g, '_').replace(/=+$/, '')
}

async function post(path, body) {
  hide('gone', 'later', 'words')
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (answer.ok) return await answer.json()
    show(answer.status === 400 || answer.status === 404 ? 'gone' : 'later')
    return answer.status
  } catch {
    show('later')
  }
}

function show(...ids) { for (const id of ids) part(id).hidden = false }
function hide(...ids) { for (const id of ids) part(id).hidden = true }
function write(texts) { for (const [id, text] of Object.entries(texts)) part(id).textContent = text }
const local = (instant) => new Date(instant).toLocaleString()

function tell({ zh, en }) {
  part('words').replaceChildren(...zh.map((text, index) => {
    const line = document.createElement('li')
    const other = document.createElement('span')
    other.lang = 'en'
    other.textContent = en[index] || ''
    line.append(text, document.createElement('br'), other)
    return line
  }))
  show('words')
}

async function during(button, work) {
  button.disabled = true
  await work()
  button.disabled = false
}

async function openLink() {
  const app = await post('link', { link })
  if (!app || !app.appId) return
  write({ 'app-label': app.label, 'app-id': app.appId, expires: local(app.expiresAt), 'secret-name-zh': app.secretName.zh })
  if (app.secretName.en !== app.secretName.zh) write({ 'secret-name-en': app.secretName.en })
  show('submit')
}

part('submit-form').addEventListener('submit', (event) => {
  event.preventDefault()
  during(event.submitter || event.target.querySelector('button'), async () => {
    const answer = await post('submit', { link, secret: part('secret').value.trim(), receipt })
    if (answer === 404) hide('submit')
    if (!answer || typeof answer === 'number') return
    if (answer.words) return tell(answer.words)
    part('secret').value = ''
    hide('submit')
    write({ 'kept-fingerprint': answer.fingerprint, receipt, 'page-address': location.origin + location.pathname })
    show('kept')
  })
})

part('copy').addEventListener('click', () => {
  if (navigator.clipboard) navigator.clipboard.writeText(receipt).catch(() => {})
  getSelection().selectAllChildren(part('receipt'))
})

function showReceipt(found) {
  if (!found || !found.appId) return hide('found')
  write({ 'found-label': found.label, 'found-id': found.appId, 'found-fingerprint': found.fingerprint, 'found-since': local(found.keptAt) })
  hide('state-kept', 'state-replaced', 'state-withdrawn', 'withdraw-button')
  show('found', 'state-' + found.state)
  if (found.state === 'kept') show('withdraw-button')
}

part('receipt-form').addEventListener('submit', (event) => {
  event.preventDefault()
  known = part('given').value.trim()
  during(event.submitter || event.target.querySelector('button'), async () => showReceipt(await post('receipt', { receipt: known })))
})

part('withdraw-button').addEventListener('click', (event) => {
  during(event.currentTarget, async () => showReceipt(await post('withdraw', { receipt: known })))
})

// Opening another link in the same tab only changes the fragment, which does not reload the page.
addEventListener('hashchange', () => location.reload())
if (link) openLink()
else show('withdraw')
`

import type { BikeView } from '../bikes/bike.ts'
import { escapeHtml, page } from '../html.ts'

/**
 * One card per bike: 踩 and 断网 make the API calls. Next to them is a phone in which 扫码 opens the product, so that a
 * whole ride can be tried on one page.
 */
export function bikesPage(bikes: readonly BikeView[], holder: string | undefined): string {
  const byNumber = bikes.toSorted((one, other) => one.number - other.number)
  const cards = byNumber.map(card)
  const scanUrl = byNumber.find((bike) => bike.scanUrl !== null)?.scanUrl
  const none = '<p>还没有单车。<code>POST /_sim/bikes</code> 添加一辆。</p>'
  return page(
    '模拟单车',
    `<style>
.bike { padding: 20px; margin-top: 16px }
.bike h2 { margin: 0 } .bike header { display: flex; align-items: center; justify-content: space-between }
.figures { display: flex; gap: 28px; margin: 12px 0 } .figures b { display: block; font-size: 28px; line-height: 1.1; font-variant-numeric: tabular-nums; color: var(--ink) }
.figures span { color: var(--ink-2); font-size: 14px }
.badge { padding: 2px 12px; border-radius: 14px; border: 1px solid var(--line); color: var(--ink-2); font-size: 14px }
.badge.riding { border-color: var(--accent); color: var(--accent) }
.buttons { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 16px }
.buttons > * { flex: 1 1 96px; min-height: 44px; box-sizing: border-box; padding: 8px 12px; border: 1px solid var(--line); border-radius: 14px; background: none; color: var(--ink); font: inherit; text-align: center; text-decoration: none; line-height: 26px; cursor: pointer }
.buttons .first { background: var(--accent); border-color: var(--accent); color: var(--bg) } .buttons [aria-busy=true] { opacity: .5; cursor: default }
.bike code { user-select: all }
.problem { overflow-wrap: anywhere }
.phone h2 { margin: 0 0 8px }
.phone iframe { display: block; box-sizing: content-box; width: 390px; max-width: 100%; height: 844px; border: 8px solid var(--ink); border-radius: 44px; background: var(--bg) }
@media (min-width: 1080px) {
  main { display: grid; max-width: 1080px; grid-template-columns: 1fr 406px; gap: 40px }
  .phone { position: sticky; top: 20px; align-self: start }
}
</style>
<div>
<h1>模拟单车</h1>
<p>用手机扫下面的码（或点「扫码」），开始骑行，然后在这里踩。<a href="/_sim/">模拟微信 ›</a></p>
${cards.length > 0 ? cards.join('\n') : none}
</div>
${scanUrl ? phone(scanUrl, holder) : ''}
<script>${script}</script>`,
  )
}

function card(bike: BikeView): string {
  const { id, number, code, scanUrl, offline, ride, measured, undelivered, problem } = bike
  const path = escapeHtml(`/_sim/bikes/${encodeURIComponent(id)}`)
  const button = (name: string, words: string, action: string, fields: object, mark = '') =>
    `<button id="${name}-${number}" class="${mark}" data-path="${path}/${action}" data-fields="${escapeHtml(JSON.stringify(fields))}">${words}</button>`
  const scan = scanUrl === null ? '' : `<a id="scan-${number}" href="${escapeHtml(scanUrl)}" target="phone">扫码</a>`
  return `<section class="card bike" aria-label="${number} 号车">
<header><h2>${number} 号车</h2>${badge(offline, ride !== null)}</header>
<p class="figures">${figure(measured.distanceMeters.toFixed(0), '米')}${figure(clock(measured.durationMs), '时间')}${figure(String(undelivered), '未上报')}</p>
<code>${escapeHtml(code)}</code>
${problem === null ? '' : `<p class="problem" role="status">上报没有成功：${escapeHtml(problem)}</p>`}
<div class="buttons">${button('ten', '踩 10 秒', 'pedal', { seconds: 10 }, 'first')}${button('minute', '踩 1 分钟', 'pedal', { seconds: 60 })}${button('line', offline ? '恢复网络' : '断网', 'offline', { offline: !offline })}${scan}</div>
</section>`
}

/** The phone before a scan: the product's address without a bike's code. */
function phone(scanUrl: string, holder: string | undefined): string {
  const home = new URL(scanUrl)
  home.search = ''
  const title = holder === undefined ? '手机' : `${holder}的手机`
  return `<section class="phone"><h2>${escapeHtml(title)}</h2><iframe name="phone" title="${escapeHtml(title)}" src="${escapeHtml(home.href)}"></iframe></section>`
}

function badge(offline: boolean, isRidden: boolean): string {
  const words = [isRidden ? '骑行中' : '没有人骑', ...(offline ? ['断网'] : [])].join(' · ')
  return `<span class="badge${isRidden ? ' riding' : ''}">${words}</span>`
}

const figure = (number: string, label: string): string => `<span><b>${number}</b>${label}</span>`

function clock(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

// Refreshes the cards after each press and every three seconds, and keeps the focus.
const script = `
async function show() {
  const html = await (await fetch(location.pathname, { headers: { Accept: 'text/html' } })).text()
  const next = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.bike')
  const cards = document.querySelectorAll('.bike')
  if (cards.length !== next.length) return location.reload()
  const focused = document.activeElement?.id
  cards.forEach((card, index) => card.outerHTML !== next[index].outerHTML && card.replaceWith(next[index]))
  if (focused) document.getElementById(focused)?.focus()
}
// An identical URL would not reload the page, but a repeated scan is an event of its own.
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[target=phone]')
  if (!link) return
  event.preventDefault()
  const url = new URL(link.href)
  url.searchParams.set('scanned', Date.now())
  document.querySelector('iframe').src = url.href
})
document.addEventListener('click', async ({ target }) => {
  const button = target.closest('button[data-path]')
  if (!button || button.ariaBusy === 'true') return
  button.ariaBusy = 'true'
  try {
    await fetch(button.dataset.path, { method: 'POST', body: button.dataset.fields })
  } finally {
    button.ariaBusy = null
    await show()
  }
})
setInterval(() => document.hidden || document.querySelector('[aria-busy=true]') || show().catch(() => {}), 3000)
`

import { escapeHtml, page } from '../html.ts'
import type { World } from '../state/world.ts'
import { operations } from './operations.ts'

const row = (content: string) => `<div class="row">${content}</div>`
const lines = (first: string, ...others: string[]) =>
  `<span>${first}${others.map((line) => `<small>${line}</small>`).join('')}</span>`

/** The overview page of the simulator. */
export function frontPage(world: World): string {
  const people = world.people.list().map(({ id, name, phone }) => {
    const avatar = `<img src="/_sim/avatars/${encodeURIComponent(id)}.png" alt="">`
    return row(avatar + lines(escapeHtml(name), escapeHtml([id, phone ?? '未绑定手机'].join(' · '))))
  })
  const apps = [...world.apps.values()].map(({ appId, name, kind }) =>
    row(lines(escapeHtml(name), `<code>${escapeHtml(appId)}</code> · ${kind}`)),
  )
  const faults = world.faults.list().map(({ path, seed, steps }) => {
    const drawn = seed === undefined ? '' : `种子 seed ${seed}:`
    const modes = steps.map(({ mode, count }) => (count === undefined ? `${mode} …` : `${mode} × ${count}`))
    return row(lines(`<code>${escapeHtml(path ?? '*')}</code>`, drawn + modes.join(', ')))
  })
  const calls = operations.map(({ call, effect, zh }) =>
    row(lines(`<code>${escapeHtml(call)}</code>`, escapeHtml(zh), escapeHtml(effect))),
  )
  return page(
    '模拟微信',
    `<h1>模拟微信</h1>
<p>本机上的微信：真实的路径、真实的错误码，人和应用是虚构的。</p>
<p><a href="/_sim/bikes">单车 ›</a></p>
<h2>人</h2><div class="card">${people.join('\n')}</div>
<h2>应用</h2><div class="card">${apps.join('\n')}</div>
<h2>故障</h2><div class="card">${faults.join('\n') || row('一切正常')}</div>
<h2>控制接口</h2><div class="card">${calls.join('\n')}</div>`,
  )
}

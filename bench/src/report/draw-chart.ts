import type { Row } from '../findings.ts'
import { asFigure } from './words.ts'

const charts = [
  { title: 'CPU of the server for a login', prefix: 'login.embedded.' },
  { title: 'CPU of the server for a login, PostgreSQL and Redis', prefix: 'login.scaled.' },
  { title: 'CPU of the server for an authenticated read', prefix: 'userinfo.embedded.' },
]
const width = 720
const rowHeight = 26
const labelWidth = 200
const barWidth = 380

interface Bar {
  label: string
  micros: number
}

/** Bars of what a request costs each server, as SVG that is read by day and by night. */
export function drawChart(rows: readonly Row[]): string {
  let y = 0
  const parts = charts.flatMap(({ title, prefix }) => {
    const bars = barsOf(rows, prefix)
    if (bars.length === 0) return []
    const drawn = drawGroup(title, bars, y)
    y += (bars.length + 2) * rowHeight
    return [drawn]
  })
  const style = 'text{font:14px system-ui,sans-serif;fill:#6b7a72}.title{font-weight:600}'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" role="img" aria-label="What a request costs each server"><style>${style}</style>\n${parts.join('\n')}\n</svg>\n`
}

function barsOf(rows: readonly Row[], prefix: string): Bar[] {
  return rows.flatMap(({ name, median }) => {
    const slug = name.startsWith(prefix) && name.endsWith('.cpu') ? name.slice(prefix.length, -'.cpu'.length) : ''
    return slug === '' || slug.includes('.') ? [] : [{ label: slug.replaceAll('-', ' '), micros: median }]
  })
}

function drawGroup(title: string, bars: readonly Bar[], top: number): string {
  const longest = Math.max(...bars.map(({ micros }) => micros))
  const lines = bars.map(({ label, micros }, index) => {
    const y = top + (index + 1) * rowHeight
    const length = Math.max(1, (micros / longest) * barWidth)
    const colour = label.startsWith('trailpass') ? '#1f8a5b' : '#a9b8b0'
    const bar = `<rect x="${labelWidth}" y="${y + 4}" width="${length.toFixed(1)}" height="${rowHeight - 8}" rx="3" fill="${colour}"/>`
    const name = `<text x="${labelWidth - 8}" y="${y + 18}" text-anchor="end">${label}</text>`
    const value = `<text x="${(labelWidth + length + 8).toFixed(1)}" y="${y + 18}">${asFigure(micros)} µs</text>`
    return `${name}${bar}${value}`
  })
  return [`<text class="title" x="0" y="${top + 18}">${title}</text>`, ...lines].join('\n')
}

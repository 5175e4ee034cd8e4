// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const [light = '', dark = ''] = readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8').split(
  '@media',
)

const colors = (theme: string) =>
  new Map([...theme.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]))
const themes = { light: colors(light), dark: colors(dark) }

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

const pairs = [
  ...['ink', 'ink-2', 'ink-3', 'accent', 'sky', 'danger'].flatMap((text) => [
    [text, 'bg'],
    [text, 'surface'],
  ]),
  ['on-accent', 'accent'],
  ['on-accent-soft', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['sun', 'sun-soft'],
]

describe.each(Object.entries(themes))('the %s tokens', (_theme, color) => {
  it.each(pairs)('let %s be read on %s', (text = '', ground = '') => {
    expect(contrast(color.get(text) ?? '', color.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  it('let the bars of a chart be told from the card behind them', () => {
    expect(contrast(color.get('accent-rest') ?? '', color.get('surface') ?? '')).toBeGreaterThanOrEqual(3)
  })
})

it('gives both themes the same colours', () => {
  expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
})

it('are all that a style asks for, beside what a component sets', () => {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(css|tsx)$/.test(path))
    .map((path) => readFileSync(`${root}${path}`, 'utf8'))
    .join('\n')
  const namesIn = (pattern: RegExp) => new Set([...sources.matchAll(pattern)].map(([, name = '']) => name))
  const known = namesIn(/(--[\w-]+)'?:/g)
  expect([...namesIn(/var\((--[\w-]+)/g)].filter((name) => !known.has(name))).toEqual([])
})

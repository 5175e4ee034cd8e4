import { expect, it } from 'vitest'
import { renderLabelSheet } from './label-sheet.ts'

const label = (number: number, trail = '青龙湖步道') => ({ trail, number, code: `CODE${number}` })
const count = (text: string, part: string) => text.split(part).length - 1

it('draws a code for every bike, three to a row', () => {
  const sheet = renderLabelSheet(
    [1, 2, 3, 4].map((number) => label(number)),
    'https://trail.example/d/',
  )
  expect(sheet).toContain('viewBox="0 0 600 500"')
  expect(count(sheet, '<svg ')).toBe(5)
  expect(sheet).toContain('translate(0 250)')
  for (const words of ['1 号车', '4 号车', '青龙湖步道', 'CODE3']) expect(sheet).toContain(`>${words}<`)
})

it('draws each code as a link of its own', () => {
  const [one, other] = [label(1), { ...label(1), code: 'CODE2' }].map((each) => renderLabelSheet([each], 'https://x/'))
  expect(one?.replaceAll('CODE1', 'CODE2')).not.toBe(other)
})

it('lets no name of a trail become markup', () => {
  const sheet = renderLabelSheet([label(1, '<script>&')], 'https://x/')
  expect(sheet).toContain('&#60;script&#62;&#38;')
  expect(sheet).not.toContain('<script')
})

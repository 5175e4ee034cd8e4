import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { CommandError } from './command-error.ts'
import { findLabelFont } from './label-font.ts'
import { renderLabelPdf } from './label-pdf.ts'

const labels = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ trail: '青龙湖步道', number: index + 1, code: `CODE${index}` }))
const link = 'https://trail.example/d/'
/** Assigned to nothing, so no font has it. */
const nobody = '\u{10fffd}'

function hasChineseFont(): boolean {
  try {
    return findLabelFont('号车', undefined) !== undefined
  } catch {
    return false
  }
}

/** Everything that is packed in a PDF. */
function unpack(pdf: Buffer): string {
  const packed = pdf.toString('latin1').matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)
  const texts = [...packed].map(([, stream = '']) => {
    try {
      return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return texts.join('\n')
}

it.runIf(hasChineseFont())('carries a font with the words in it, twelve labels to a page', async () => {
  const pdf = await renderLabelPdf(labels(13), link)
  const text = pdf.toString('latin1')
  expect(text).toMatch(/^%PDF-/)
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(text).toMatch(/\/FontFile[23]?/)
  // What a reader copies or a screen reader says: each glyph's character.
  for (const character of '号车青龙湖步道') {
    expect(unpack(pdf)).toContain(`<${character.charCodeAt(0).toString(16).padStart(4, '0')}>`)
  }
})

it('writes nothing rather than something garbled', async () => {
  await expect(renderLabelPdf([{ ...labels(1), trail: nobody, number: 1, code: 'C' }], link)).rejects.toThrow(
    'no font of this system has all characters: choose one with --font',
  )
  expect(() => findLabelFont('1', import.meta.filename)).toThrow(CommandError)
  expect(() => findLabelFont('1', '/no/such/font.otf')).toThrow('/no/such/font.otf is not a font')
})

it.runIf(hasChineseFont())('names what a given font lacks', () => {
  const { path } = findLabelFont('号车', undefined)
  expect(findLabelFont('号车', path)).toMatchObject({ path })
  expect(() => findLabelFont(`号${nobody}`, path)).toThrow(`has no character ${nobody}`)
})

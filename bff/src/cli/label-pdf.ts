import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { findLabelFont } from './label-font.ts'
import type { Label } from './label-sheet.ts'

// Points, on A4.
const page = { width: 595.28, height: 841.89, margin: 28 }
const columns = 3
const rows = 4
const cell = { width: (page.width - 2 * page.margin) / columns, height: (page.height - 2 * page.margin) / rows }
const codeSize = 128

/**
 * The labels as an A4 PDF, twelve to a page. `link` comes before each code. The words are written in a font that can,
 * and that goes into the file; without one there is no PDF rather than a garbled one. Throws CommandError.
 */
export async function renderLabelPdf(labels: readonly Label[], link: string, fontPath?: string): Promise<Buffer> {
  const words = labels.map(linesOf)
  const font = findLabelFont(words.flat().join(''), fontPath)
  // An empty font keeps pdfkit from its own, which writes no Chinese.
  const document = new PDFDocument({ size: 'A4', margin: 0, font: '', autoFirstPage: false })
  document.registerFont('label', font.path, font.postscriptName)
  const chunks: Buffer[] = []
  document.on('data', (chunk) => chunks.push(chunk))
  const written = new Promise((resolve, reject) => document.on('end', resolve).on('error', reject))

  for (const [index, label] of labels.entries()) {
    const place = index % (columns * rows)
    if (place === 0) document.addPage().font('label')
    const x = page.margin + (place % columns) * cell.width
    const y = page.margin + Math.floor(place / columns) * cell.height
    drawCode(document, link + label.code, x + (cell.width - codeSize) / 2, y)
    const [number = '', trail = '', code = ''] = linesOf(label)
    const line = (text: string, size: number, at: number) =>
      document.fontSize(size).text(text, x, y + at, { width: cell.width, align: 'center', lineBreak: false })
    line(number, 20, codeSize + 4)
    line(trail, 10, codeSize + 30)
    line(code, 7, codeSize + 45)
  }
  document.end()
  await written
  return Buffer.concat(chunks)
}

const linesOf = ({ trail, number, code }: Label): string[] => [`${number} 号车`, trail, code]

function drawCode(document: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  const { data, size } = encode(text, { border: 2 })
  const side = codeSize / size
  for (const [row, modules] of data.entries()) {
    for (const [column, isDark] of modules.entries()) {
      if (isDark) document.rect(x + column * side, y + row * side, side, side)
    }
  }
  document.fill('black')
}

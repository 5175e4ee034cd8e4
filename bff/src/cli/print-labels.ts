import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { CommandIo } from './command-context.ts'
import { CommandError } from './command-error.ts'
import { type Label, renderLabelSheet } from './label-sheet.ts'

export interface PrintOptions {
  link: string
  format: 'svg' | 'pdf'
  output?: string
  font?: string
  json?: boolean
}

/** Writes the labels in the format and to the place given by the options. */
export async function printLabels(
  { out, cwd }: Pick<CommandIo, 'out' | 'cwd'>,
  labels: readonly Label[],
  { link, format, output, font, json }: PrintOptions,
): Promise<void> {
  if (output === undefined && json) return out(JSON.stringify({ labels: list(labels, link) }))
  if (output === undefined && format === 'svg') return out(renderLabelSheet(labels, link))
  if (output === undefined) throw new CommandError('--format pdf needs --output')
  const fontPath = font === undefined ? undefined : resolve(cwd, font)
  const sheet = format === 'svg' ? renderLabelSheet(labels, link) : await renderPdf(labels, link, fontPath)
  await writeFile(resolve(cwd, output), sheet).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${output} cannot be written: ${error.code}`)
  })
  out(json ? JSON.stringify({ output, labels: list(labels, link) }) : `${output}: ${labels.length} labels`)
}

/** The contents of the labels, for other programs that draw them. */
const list = (labels: readonly Label[], link: string) =>
  labels.map(({ trail, number, code }) => ({ trail, number, url: link + code }))

async function renderPdf(labels: readonly Label[], link: string, font: string | undefined): Promise<Buffer> {
  if (labels.length === 0) throw new CommandError('no bikes are in service: trailpass device add')
  // Loaded only for PDFs, because the PDF and font libraries load slowly.
  const { renderLabelPdf } = await import('./label-pdf.ts')
  return renderLabelPdf(labels, link, font)
}

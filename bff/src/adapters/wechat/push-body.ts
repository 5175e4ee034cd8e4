import { AppError } from '../../domain/app-error.ts'
import { hasDuplicateKeys } from '../../lib/has-duplicate-keys.ts'

export type PushFields = Readonly<Record<string, unknown>>

/** Parses a message, JSON or XML as configured by the operator. Throws `request.invalid`. */
export async function parsePushBody(text: string): Promise<PushFields> {
  const parsed = text.trimStart().startsWith('<') ? await parseXml(text) : parseJson(text)
  if (!isRecord(parsed)) throw new AppError('request.invalid', { detail: 'the message has no fields' })
  // WeChat's own samples contain names with a leading space.
  return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name.trim(), value]))
}

function parseJson(text: string): unknown {
  const invalid = (cause?: unknown) =>
    new AppError('request.invalid', { cause, detail: 'the message is not plain JSON' })
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw invalid(cause)
  }
  if (hasDuplicateKeys(text)) throw invalid()
  return parsed
}

async function parseXml(text: string): Promise<unknown> {
  const invalid = (cause?: unknown) =>
    new AppError('request.invalid', { cause, detail: 'the message is not plain XML' })
  // Messages need neither DOCTYPE nor entities, which enable attacks on XML parsers.
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw invalid()
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, processEntities: false })
  try {
    return (parser.parse(text, true) as { xml?: unknown }).xml
  } catch (cause) {
    throw invalid(cause)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

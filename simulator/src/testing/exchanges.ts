import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

interface AskedFor {
  method: string
  path: string
  query?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is. */
  text?: string
}

/** A request that comes before, and what is kept of its answer: a name for each field. */
interface Step {
  request: AskedFor
  keep?: Record<string, string>
}

export interface Exchange {
  name: string
  /** By name in steps.json, or written out. */
  before?: (string | Step)[]
  request: AskedFor
  answer: { status: number; type: string; body: unknown }
}

interface Page {
  file: string
  /** Where the platform says so. */
  source: string
  word: 'documented' | 'observed' | 'assumed'
  cases: Exchange[]
}

const folder = fileURLToPath(new URL('../../fixtures/exchanges/', import.meta.url))
const readJson = async <T>(file: string): Promise<T> => JSON.parse(await readFile(folder + file, 'utf8')) as T

export async function readPages(): Promise<Page[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /[\\/].*\.json$/.test(file))
  return Promise.all(files.sort().map(async (file) => ({ ...(await readJson<Page>(file)), file })))
}

export interface Played {
  status: number
  type: string | null
  body: unknown
  /** What the answer is to be, with what was kept in the place of its name. */
  expected: Exchange['answer']
}

/** Asks what the exchange asks, after what has to come before. */
export async function playExchange(url: string, { before = [], request, answer }: Exchange): Promise<Played> {
  const named = await readJson<Record<string, Step>>('steps.json')
  const kept: Record<string, string> = {}

  // {{name}} is what was kept under it, {{hmac name}} the proof that one has it.
  const fill = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(/\{\{(hmac )?(\w+)\}\}/g, (_, hmac: string | undefined, name: string) => {
        const found = kept[name] ?? `nothing was kept as ${name}`
        return hmac === undefined ? found : createHmac('sha256', found).digest('hex')
      }),
    ) as T

  const send = (asked: AskedFor): Promise<Response> => {
    const { method, path, query = {}, body, text } = fill(asked)
    const sent = body === undefined ? text : JSON.stringify(body)
    return fetch(`${url}${path}?${new URLSearchParams(query)}`, { method, ...(sent !== undefined && { body: sent }) })
  }

  for (const entry of before) {
    const step = typeof entry === 'string' ? named[entry] : entry
    if (step === undefined) throw new Error(`steps.json has no step "${entry}"`)
    const fields = (await (await send(step.request)).json()) as Record<string, unknown>
    for (const [name, field] of Object.entries(step.keep ?? {})) kept[name] = String(fields[field])
  }
  const response = await send(request)
  const text = await response.text()
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : text
  return { status: response.status, type: response.headers.get('content-type'), body, expected: fill(answer) }
}

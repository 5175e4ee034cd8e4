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

/** A preceding request, and the fields of its response to store, by name. */
interface Step {
  request: AskedFor
  keep?: Record<string, string>
}

export interface Exchange {
  name: string
  /** By name from steps.json, or in full. */
  before?: (string | Step)[]
  request: AskedFor
  answer: { status: number; type: string; body: unknown }
}

interface Page {
  file: string
  /** The address of the platform's documentation. */
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
  /** The expected response, with stored values filled in. */
  expected: Exchange['answer']
}

/** Makes the exchange's request, after its preceding requests. */
export async function playExchange(url: string, { before = [], request, answer }: Exchange): Promise<Played> {
  const named = await readJson<Record<string, Step>>('steps.json')
  const kept: Record<string, string> = {}

  // {{name}} is a stored value, {{hmac name}} the proof of possessing it.
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

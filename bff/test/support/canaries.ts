/** Values that must be nowhere, by what they are. */
export type Canaries = Readonly<Record<string, string>>

export interface Found {
  canary: string
  form: string
  place: string
}

/** Every way in which a value could have slipped into a text, by name. */
export function formsOf(value: string): Readonly<Record<string, string>> {
  const forms = { raw: value, ...urlForms(value), ...bytesForms('', Buffer.from(value)) }
  const bytes = Buffer.from(value, 'base64')
  // What is written in base64 is worth as much as the bytes it stands for.
  const isBase64 = bytes.length >= 16 && bytes.toString('base64url') === toBase64url(value)
  return isBase64 ? { ...forms, ...bytesForms('its bytes, ', bytes) } : forms
}

const toBase64url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')

function urlForms(value: string): Record<string, string> {
  const encoded = encodeURIComponent(value)
  return {
    url: encoded,
    'url, lower case': encoded.replace(/%[0-9A-F]{2}/g, (escaped) => escaped.toLowerCase()),
    'url, every byte': [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    form: new URLSearchParams({ value }).toString().slice('value='.length),
    json: JSON.stringify(value).slice(1, -1),
  }
}

function bytesForms(of: string, bytes: Buffer): Record<string, string> {
  const hex = bytes.toString('hex')
  const forms: Record<string, string> = { [`${of}hex`]: hex, [`${of}hex, upper case`]: hex.toUpperCase() }
  for (const offset of [0, 1, 2]) {
    forms[`${of}base64 at ${offset}`] = base64At(offset, bytes, 'base64')
    forms[`${of}base64url at ${offset}`] = base64At(offset, bytes, 'base64url')
  }
  return forms
}

/** The characters that are the same whatever stands `offset` bytes before and anywhere behind. */
function base64At(offset: number, bytes: Buffer, encoding: 'base64' | 'base64url'): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString(encoding)
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
}

/** What was found of these in any place. A line break inside a value hides nothing. */
export function findCanaries(canaries: Canaries, places: Readonly<Record<string, string>>): Found[] {
  const searches = Object.entries(canaries).flatMap(([canary, value]) => {
    if (value.length < 8) throw new Error(`${canary}: a value this short is found anywhere`)
    return Object.entries(formsOf(value)).map(([form, text]) => ({ canary, form, text }))
  })
  return Object.entries(places).flatMap(([place, text]) => {
    const unwrapped = text.replace(/\\?[\r\n]+ */g, '')
    return searches.flatMap(({ canary, form, text: wanted }) =>
      text.includes(wanted) || unwrapped.includes(wanted) ? [{ canary, form, place }] : [],
    )
  })
}

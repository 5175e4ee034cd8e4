import * as fc from 'fast-check'
import { wildText } from '../support/wild-text.ts'
import { type FuzzRequest, rawNumber } from './request.ts'

/** One way to spoil a request. */
export type Mutation = (request: FuzzRequest) => FuzzRequest

type Key = string | number

function* placesIn(value: unknown, path: Key[] = []): Generator<Key[]> {
  yield path
  if (typeof value !== 'object' || value === null) return
  for (const key of Object.keys(value)) yield* placesIn((value as Record<string, unknown>)[key], [...path, key])
}

/** The value with what stands at a path changed; `undefined` takes it away. */
function changeAt(value: unknown, [key, ...rest]: Key[], change: (old: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const entries = Object.entries(value as object).flatMap(([name, old]) => {
    if (name !== String(key)) return [[name, old]]
    const changed = changeAt(old, rest, change)
    return changed === undefined ? [] : [[name, changed]]
  })
  return Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}

const somewhere =
  (at: number, change: (old: unknown) => unknown): Mutation =>
  (request) => {
    if (request.body === undefined) return request
    const places = [...placesIn(request.body)]
    return { ...request, body: changeAt(request.body, places[at % places.length] ?? [], change) ?? null }
  }

const nested = (depth: number) => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? { a: value } : [value]
  return value
}

const strangeTexts = ['', ' ', '\0', '\ud800', 'a\udfffb', '\u202e', '\u2028', '\ufeff', "'); drop table person; --"]
const strangeNumbers = [
  '1e999',
  '-1e999',
  '-0',
  '9007199254740993',
  '1e-400',
  '0.1e1',
  '123456789012345678901234567890',
]

const strangeValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, [], {}, [[]], 0, -1, 0.5, 2 ** 53, Number.MAX_VALUE, Number.MIN_VALUE),
  fc.constantFrom(...strangeNumbers).map(rawNumber),
  fc.constantFrom(...strangeTexts),
  wildText(40),
  fc.constantFrom(100, 257, 513, 8193, 70_000).map((length) => 'x'.repeat(length)),
  fc.constantFrom(3, 18, 21, 200).map(nested),
  fc.jsonValue({ maxDepth: 2 }),
)

const strangeKeys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', '', 'userId', 'a'.repeat(300))

const onText =
  (spoilText: (text: string) => string | Buffer): Mutation =>
  (request) => ({ ...request, spoilText })

const textMutations = fc.oneof(
  fc.nat(500).map((at) => onText((text) => text.slice(0, at % (text.length + 1)))),
  wildText(8).map((end) => onText((text) => text + end)),
  fc.constant(onText((text) => text.replace('{', '{"platform":"x","samples":[],'))),
  fc.constant(onText((text) => Buffer.from(text, 'utf16le'))),
  fc.constant(onText((text) => `\ufeff${text}`)),
  fc.tuple(fc.nat(500), fc.integer({ min: 0, max: 255 })).map(([at, byte]) =>
    onText((text) => {
      const bytes = Buffer.from(text)
      if (bytes.length > 0) bytes[at % bytes.length] = byte
      return bytes
    }),
  ),
  fc.constantFrom('', 'null', '[]', '"x"', '1', '{', '{"a":1e999}', '['.repeat(5000)).map((text) => onText(() => text)),
)

export const bodyMutations: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.nat(500), strangeValues).map(([at, value]) => somewhere(at, () => value)) },
  { weight: 2, arbitrary: fc.nat(500).map((at) => somewhere(at, () => undefined)) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(500), strangeKeys, strangeValues)
      .map(([at, key, value]) =>
        somewhere(at, (old) =>
          typeof old === 'object' && old !== null && !Array.isArray(old)
            ? Object.fromEntries([...Object.entries(old), [key, value]])
            : [old],
        ),
      ),
  },
  { weight: 2, arbitrary: textMutations },
)

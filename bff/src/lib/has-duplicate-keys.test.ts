import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { hasDuplicateKeys } from './has-duplicate-keys.ts'

it.each([
  '{"openid":"o1","openid":"o2"}',
  '{"openid":"o1","open\\u0069d":"o2"}',
  '{"a":{"b":1,"c":[{"b":1,"b":1}]}}',
  '{ "" : 1 , "" : 2 }',
  '{"__proto__":1,"__proto__":2}',
])('finds %s', (json) => expect(hasDuplicateKeys(json)).toBe(true))

it.each(['{}', '{"a":{"b":1},"c":{"b":1}}', '{"a":"\\",\\"a\\":{\\"a\\":1","b":"\\\\"}', '[{"a":1},{"a":1},"a","a"]'])(
  'finds none in %s',
  (json) => expect(hasDuplicateKeys(json)).toBe(false),
)

it('finds none in whatever JSON.stringify writes, and one where a key is written again', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (value) => {
      const json = JSON.stringify(value)
      const [key] = Object.keys(value)
      expect(hasDuplicateKeys(json)).toBe(false)
      expect(hasDuplicateKeys(`${json.slice(0, -1)},${JSON.stringify(key)}:0}`)).toBe(true)
    }),
  )
})

/** The same by a reader that keeps what JSON.parse throws away: every key it is told, in turn. */
function referenceFinds(json: string): boolean {
  let count = 0
  // Numbered, so that no two are alike.
  const numbered = json.replaceAll(/("(?:[^"\\]|\\.)*")(\s*:)?/gs, (text, key: string, colon?: string) =>
    colon === undefined ? text : `${JSON.stringify(`${count++} ${JSON.parse(key)}`)}:`,
  )
  const isDoubled = (each: unknown): boolean => {
    if (typeof each !== 'object' || each === null) return false
    const keys = Array.isArray(each) ? [] : Object.keys(each).map((key) => key.slice(key.indexOf(' ') + 1))
    return new Set(keys).size < keys.length || Object.values(each).some(isDoubled)
  }
  return isDoubled(JSON.parse(numbered))
}

/** JSON as somebody hostile writes it: keys twice, escaped in several ways, white space anywhere. */
const { value: hostileJson } = fc.letrec<{ value: string }>((tie) => {
  const space = fc.constantFrom('', ' ', '\n\t')
  const key = fc.constantFrom(
    '"a"',
    '"\\u0061"',
    '"b"',
    '"\\""',
    '"\\\\"',
    '":"',
    '"{"',
    '"}"',
    '"__proto__"',
    '""',
    '"\\u0062"',
  )
  const pair = fc
    .tuple(key, space, tie('value'), space)
    .map(([name, before, value, after]) => `${name}${before}:${after}${value}`)
  return {
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('1', 'null', '"a"', '"\\":{"', '"a\\\\"', '"[,]"', '-0.5e3'),
      fc.tuple(space, fc.array(pair, { maxLength: 4 })).map(([inside, pairs]) => `{${inside}${pairs.join(',')}}`),
      fc.array(tie('value'), { maxLength: 4 }).map((values) => `[${values.join(' ,')}]`),
    ),
  }
})

it('finds what another reader finds, in any JSON', () => {
  const found = { yes: 0, no: 0 }
  fc.assert(
    fc.property(hostileJson, (json) => {
      const expected = referenceFinds(json)
      found[expected ? 'yes' : 'no']++
      expect(hasDuplicateKeys(json)).toBe(expected)
    }),
    { numRuns: 2_000 },
  )
  expect(Math.min(found.yes, found.no)).toBeGreaterThan(100)
})

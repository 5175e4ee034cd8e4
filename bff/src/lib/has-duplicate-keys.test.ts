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

import { generateKeyPairSync } from 'node:crypto'
import { expect, it } from 'vitest'
import { isSigned, signParameters, sliceNode } from './signature.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })

it('signs the parameters by name, as they are, without the empty ones', () => {
  const sign = signParameters({ version: '1.0', app_id: '2021', biz: '', code: 'a b&c' }, privateKey)
  expect(isSigned('app_id=2021&code=a b&c&version=1.0', sign, publicKey)).toBe(true)
  expect(isSigned('app_id=2021&code=a b&d&version=1.0', sign, publicKey)).toBe(false)
  expect(isSigned('app_id=2021&code=a b&c&version=1.0', 'AAAA', publicKey)).toBe(false)
})

it.each([
  ['{"node":{"a":1},"sign":"x"}', '{"a":1}'],
  ['{"sign":"x","node": {"a":{"b":"}"}}}', '{"a":{"b":"}"}}'],
  ['{"node":{"a":"\\"}{"}}', '{"a":"\\"}{"}'],
  ['{"node":{"a":"\\\\"},"sign":"}"}', '{"a":"\\\\"}'],
])('finds the object in %s', (text, node) => expect(sliceNode(text, 'node')).toBe(node))

it.each(['', '{}', '{"node":null}', '{"node":{"a":1', '{"node":{"a":"'])('finds none in %j', (text) => {
  expect(sliceNode(text, 'node')).toBeUndefined()
})

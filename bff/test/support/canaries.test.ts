import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { findCanaries, formsOf } from './canaries.ts'

const secret = 'a+b/c=d e"小林&f'
const find = (text: string, canary = secret) => findCanaries({ canary }, { log: text }).map(({ form }) => form)

it.each(Object.entries(formsOf(secret)))('finds a value that was planted as %s', (form, planted) => {
  expect(find(`before ${planted} behind`)).toContain(form)
})

it.each([0, 1, 2, 3, 4])('finds it inside what was encoded together with %i bytes before', (count) => {
  const around = Buffer.from(`${'x'.repeat(count)}${secret}behind`)
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    expect(find(around.toString(encoding))).toContainEqual(expect.stringMatching(encoding))
  }
  expect(find(encodeURIComponent(around.toString()))).toContain('url')
  expect(find(JSON.stringify({ token: around.toString() }))).toContain('json')
})

it('finds the bytes that a value in base64 stands for', () => {
  const bytes = randomBytes(32)
  for (const canary of [bytes.toString('base64'), bytes.toString('base64url')]) {
    expect(find(bytes.toString('hex').toUpperCase(), canary)).toContain('its bytes, hex, upper case')
    expect(find(bytes.toString('base64url'), canary)).not.toEqual([])
  }
})

it('finds a value that was broken into lines', () => {
  const wrapped = Buffer.from(secret)
    .toString('base64')
    .replace(/(.{10})/g, '$1\n')
  expect(find(wrapped)).toContain('base64 at 0')
})

it('says what it found where, and nothing of other values', () => {
  const places = { log: `x${secret}`, answers: 'nothing' }
  expect(findCanaries({ one: secret, two: 'another value' }, places)[0]).toEqual({
    canary: 'one',
    form: 'raw',
    place: 'log',
  })
  expect(findCanaries({ two: 'another value' }, places)).toEqual([])
})

it('refuses a value that would be found by chance', () => {
  expect(() => find('any', 'short')).toThrow('found anywhere')
})

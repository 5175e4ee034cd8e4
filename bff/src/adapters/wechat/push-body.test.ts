import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { wildText } from '../../../test/support/wild-text.ts'
import { parsePushBody } from './push-body.ts'

const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,12}$/)
const invalid = { code: 'request.invalid' }

it('reads back any fields written as JSON', () =>
  fc.assert(
    fc.asyncProperty(fc.dictionary(name, fc.jsonValue()), async (fields) => {
      expect(await parsePushBody(JSON.stringify(fields))).toEqual(JSON.parse(JSON.stringify(fields)))
    }),
  ))

it('reads back any text written as XML, in CDATA or plain, and numbers as the text they are', () => {
  const plain = fc.stringMatching(/^[A-Za-z0-9+=_. 步道-]{1,20}$/).filter((text) => text.trim() === text)
  const hidden = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((text) => !/[\p{Cc}]|\]\]>/u.test(text) && text.trim() === text && text !== '')
  const written = fc.oneof(
    plain.map((text) => ({ text, xml: text })),
    hidden.map((text) => ({ text, xml: `<![CDATA[${text}]]>` })),
  )
  return fc.assert(
    fc.asyncProperty(fc.dictionary(name, written, { minKeys: 1 }), async (fields) => {
      const lines = Object.entries(fields).map(([key, { xml }]) => `<${key}>${xml}</${key}>`)
      const read = await parsePushBody(`<xml>\n${lines.join('\n')}\n</xml>`)
      expect(read).toEqual(Object.fromEntries(Object.entries(fields).map(([key, { text }]) => [key, text])))
    }),
  )
})

it('reads fields or refuses, whatever it is given, and harms no object', async () => {
  const pieces = fc.constantFrom(
    '<xml>',
    '</xml>',
    '<a>',
    '</a>',
    '<a/>',
    '<__proto__>',
    '</__proto__>',
    '<constructor>',
    '</constructor>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '&#0;',
    '&lt;',
    ' ',
    '"',
    '<',
    '>',
    "x='",
    'toString',
  )
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 20 }).map((list) => list.join('')),
    fc.array(pieces, { maxLength: 20 }).map((list) => `<xml>${list.join('')}</xml>`),
    wildText(),
    fc.json(),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const fields = await parsePushBody(text).catch((error) => {
        expect(error).toMatchObject(invalid)
        return {}
      })
      expect(Object.getPrototypeOf(fields)).toBe(Object.prototype)
    }),
    { numRuns: 1_000 },
  )
  expect(Object.keys(Object.prototype)).toEqual([])
})

it.each([
  ['XML nested as deep as 64 KB allow', `<xml>${'<a>'.repeat(9_000)}${'</a>'.repeat(9_000)}</xml>`],
  ['XML that is never closed', `<xml>${'<a>'.repeat(20_000)}`],
  ['lists as deep as 64 KB allow', `{"a":${'['.repeat(30_000)}${']'.repeat(30_000)}}`],
])('survives %s', async (_, text) => {
  const outcome = await parsePushBody(text).then(
    () => 'read',
    (error) => error.code,
  )
  expect(['read', 'request.invalid']).toContain(outcome)
})

import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../test/support/wild-text.ts'
import { deriveKey, seal, unseal } from './seal.ts'

describe('seal', () => {
  const key = randomBytes(32)

  it('opens what it sealed', () => expect(unseal(key, 'row:1', seal(key, 'row:1', '密钥'))).toBe('密钥'))

  it('never gives the same text twice', () => expect(seal(key, 'a', 'b')).not.toBe(seal(key, 'a', 'b')))

  it('refuses another place and another key', () => {
    const sealed = seal(key, 'row:1', 'text')
    expect(() => unseal(key, 'row:2', sealed)).toThrow()
    expect(() => unseal(randomBytes(32), 'row:1', sealed)).toThrow()
  })

  it('refuses every flipped bit and every truncation', () => {
    const sealed = Buffer.from(seal(key, 'a', 'some text'), 'base64url')
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(() => unseal(key, 'a', altered.toString('base64url'))).toThrow()
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => unseal(key, 'a', sealed.subarray(0, length).toString('base64url'))).toThrow()
    }
  })
})

it('derives a key as in RFC 5869, appendix A.1', () => {
  const key = Buffer.from('077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5', 'hex')
  const derived = deriveKey(key, Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex'))
  expect(derived.toString('hex')).toBe('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf')
})

describe('of any text', () => {
  const key = randomBytes(32)

  it('opens what it sealed, in its place', () => {
    fc.assert(
      fc.property(wildText(), fc.string({ unit: 'grapheme' }), (aad, text) => {
        expect(unseal(key, aad, seal(key, aad, text))).toBe(text)
      }),
    )
  })

  it('takes a value in the one form that it wrote, and no other character anywhere', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        (text, at, other) => {
          const sealed = seal(key, 'a', text)
          const place = at % sealed.length
          const altered = sealed.slice(0, place) + other + sealed.slice(place + 1)
          fc.pre(altered !== sealed)
          expect(() => unseal(key, 'a', altered)).toThrow()
          expect(() => unseal(key, 'a', sealed.slice(0, place) + other + sealed.slice(place))).toThrow()
        },
      ),
    )
  })

  it('opens nothing that it did not seal', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(() => unseal(key, 'a', text)).toThrow()
      }),
    )
  })
})

import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wildText } from '../../test/support/wild-text.ts'
import { isKeyPair, readRsaPrivateKey, readRsaPublicKey } from './rsa-keys.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 })
const publicPart = publicKey.export({ type: 'spki', format: 'pem' })

describe('readRsaPrivateKey', () => {
  it.each(['pkcs8', 'pkcs1'] as const)(
    'reads %s as PEM, on one line, without its line breaks, and as the base64 of its DER',
    (type) => {
      const pem = String(privateKey.export({ type, format: 'pem' }))
      const der = privateKey.export({ type, format: 'der' }).toString('base64')
      for (const text of [pem, pem.trim().replaceAll('\n', '\\n'), pem.replaceAll('\n', ''), der, ` ${der}\n`]) {
        const read = readRsaPrivateKey(text)
        expect(read && createPublicKey(read).export({ type: 'spki', format: 'pem' })).toBe(publicPart)
      }
    },
  )

  it.each(['', 'short', Buffer.alloc(600).toString('base64')])('reads nothing from %j', (text) => {
    expect(readRsaPrivateKey(text)).toBeUndefined()
  })

  it('takes RSA alone', () => {
    const { privateKey: curve } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    expect(readRsaPrivateKey(String(curve.export({ type: 'pkcs8', format: 'pem' })))).toBeUndefined()
  })
})

describe('readRsaPublicKey', () => {
  it.each(['spki', 'pkcs1'] as const)('reads %s as PEM and as the base64 of its DER', (type) => {
    const texts = [
      String(publicKey.export({ type, format: 'pem' })),
      publicKey.export({ type, format: 'der' }).toString('base64'),
    ]
    for (const text of texts) expect(readRsaPublicKey(text)?.export({ type: 'spki', format: 'pem' })).toBe(publicPart)
  })

  it('reads nothing from a private key', () => {
    expect(readRsaPublicKey(privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'))).toBeUndefined()
    expect(readRsaPublicKey(String(privateKey.export({ type: 'pkcs8', format: 'pem' })))).toBeUndefined()
  })
})

describe('whatever is pasted', () => {
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))

  it('is a key however its lines were broken', () => {
    const breaks = fc.constantFrom('\n', '\r\n', '\\n', ' ', '\t', '')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), breaks, (width, lineBreak) => {
        const lines = der.toString('base64').match(new RegExp(`.{1,${width}}`, 'g')) ?? []
        const texts = ['-----BEGIN PRIVATE KEY-----', ...lines, '-----END PRIVATE KEY-----'].join(lineBreak)
        for (const text of [texts, lines.join(lineBreak)]) {
          const read = readRsaPrivateKey(text)
          expect(read && createPublicKey(read).export({ type: 'spki', format: 'pem' })).toBe(publicPart)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('is an RSA key or nothing, and never throws', () => {
    const cut = fc
      .tuple(fc.nat(der.length), fc.nat(der.length))
      .map(([from, to]) => der.subarray(from, to).toString('base64'))
    const flipped = fc.tuple(fc.nat(der.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, mask]) => {
      const bytes = Buffer.from(der)
      bytes[at] = (bytes[at] ?? 0) ^ mask
      return bytes.toString('base64')
    })
    const edited = fc
      .tuple(fc.nat(pem.length), fc.nat(20), wildText(20))
      .map(([at, length, text]) => pem.slice(0, at) + text + pem.slice(at + length))
    fc.assert(
      fc.property(fc.oneof(cut, flipped, edited, wildText(), fc.base64String()), (text) => {
        const read = [readRsaPrivateKey(text), readRsaPublicKey(text)]
        for (const key of read) expect([undefined, 'rsa']).toContain(key?.asymmetricKeyType)
        expect(read).toContain(undefined)
        expect(isKeyPair(text, text)).toBe(false)
      }),
      { numRuns: 50 },
    )
  })
})

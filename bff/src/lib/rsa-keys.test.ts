import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readRsaPrivateKey, readRsaPublicKey } from './rsa-keys.ts'

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

import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { wildText } from '../../../test/support/wild-text.ts'
import { Secret } from '../../domain/secret.ts'
import { isSignedPush, openPush } from './push-seal.ts'

const aesKey = new Secret('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG')
const key = Buffer.from(`${aesKey.reveal()}=`, 'base64')

function encrypt(content: Uint8Array): string {
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.final()]).toString('base64')
}

/** As WeChat does it, with any length in the place of the true one. */
function seal(message: string, appId: string, told = Buffer.byteLength(message)): string {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(told)
  const content = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appId)])
  const padding = 32 - (content.length % 32)
  return encrypt(Buffer.concat([content, Buffer.alloc(padding, padding)]))
}

const text = fc.string({ unit: 'grapheme' })

it('opens any message, and says whom it is for', () => {
  fc.assert(
    fc.property(text, text, (message, appId) => {
      expect(openPush(seal(message, appId), aesKey)).toEqual({ message, appId })
    }),
  )
})

it('opens nothing that says it is longer than it is', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 0xffffff00 }), (message, more) => {
      const told = Math.min(Buffer.byteLength(message) + more, 0xffffffff)
      expect(openPush(seal(message, '', told), aesKey)).toBeUndefined()
    }),
  )
})

it('reads whole blocks under its key and refuses everything else, without throwing', () => {
  const blocks = fc
    .uint8Array({ minLength: 32, maxLength: 160 })
    .map((bytes) => encrypt(bytes.subarray(0, bytes.length - (bytes.length % 32))))
  fc.assert(
    fc.property(fc.oneof(blocks, fc.base64String(), wildText()), (encrypted) => {
      const opened = openPush(encrypted, aesKey)
      // No more characters than bytes were sealed.
      if (opened) expect(opened.message.length).toBeLessThan(Buffer.from(encrypted, 'base64').length)
      expect(openPush(`${encrypted.slice(0, 8)}${encrypted.slice(12)}`, aesKey)).toBeUndefined()
    }),
  )
})

it('takes one signature for its parts in any order, and no other', () => {
  const parts = fc.array(fc.string(), { minLength: 3, maxLength: 4 })
  fc.assert(
    fc.property(parts, wildText(), fc.nat(159), (given, other, bit) => {
      const digest = createHash('sha1').update(given.toSorted().join('')).digest()
      const signature = digest.toString('hex')
      expect(isSignedPush(signature, ...given.toReversed())).toBe(true)
      const flipped = Buffer.from(digest)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      for (const wrong of [flipped.toString('hex'), other, `${signature}0`, signature.slice(1), undefined]) {
        expect(isSignedPush(wrong, ...given)).toBe(false)
      }
    }),
  )
})

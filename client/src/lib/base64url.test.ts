import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeBase64Url } from './base64url'

it('encodes like everybody else', () => {
  const threes = fc.nat(16).chain((n) => fc.uint8Array({ minLength: n * 3, maxLength: n * 3 }))
  fc.assert(
    fc.property(threes, (bytes) => {
      expect(encodeBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    }),
  )
})

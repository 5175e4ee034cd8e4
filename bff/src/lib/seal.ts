import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import { drawBytes } from './random.ts'

const ivBytes = 12
const tagBytes = 16

/**
 * AES-256-GCM with a random 96-bit nonce; `aad` binds the value to its location. Base64url of nonce, tag, ciphertext.
 */
export function seal(key: Buffer, aad: string, plaintext: string): string {
  const iv = drawBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(aad))
  const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

/** Throws if the value was altered, truncated, moved to another location or sealed under another key. */
export function unseal(key: Buffer, aad: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  // Node ignores invalid characters and trailing bits of base64url; a sealed value must have exactly one form.
  if (bytes.toString('base64url') !== sealed) throw new Error('sealed value has a non-canonical encoding')
  if (bytes.length < ivBytes + tagBytes) throw new Error('sealed value is truncated')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(aad))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8')
}

/**
 * HKDF-Expand with SHA-256 (RFC 5869, section 2.3), 32 bytes. The keys given are random, so that there is nothing to
 * extract: a quarter of the cost of Node's `hkdfSync`. No text that is hashed under such a key may end in \x01.
 */
export function deriveKey(key: Buffer, info: string | Uint8Array): Buffer {
  return createHmac('sha256', key).update(info).update('\x01').digest()
}

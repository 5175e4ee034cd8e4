import { createCipheriv, createHash, randomBytes } from 'node:crypto'

const blockBytes = 32

/** `sha1` of the parts in order; the message itself is among them only in safe mode. */
export function signPush(...parts: string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex')
}

/**
 * Safe mode: 16 random bytes, the length of the message, the message and the AppID, padded to 32 bytes.
 * https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html
 */
export function encryptPush(message: string, encodingAesKey: string, appId: string): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64')
  const text = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const content = Buffer.concat([randomBytes(16), length, text, Buffer.from(appId)])
  const padding = blockBytes - (content.length % blockBytes)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([
    cipher.update(Buffer.concat([content, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64')
}

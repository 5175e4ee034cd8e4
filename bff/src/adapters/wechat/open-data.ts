import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../../domain/secret.ts'
import type { SealedPayload } from '../../ports/payload-reader.ts'

const blockBytes = 16
const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * AES-128-CBC with PKCS#7, everything in base64: the JSON object inside, or `undefined`. The padding is looked at
 * without branching and the text is read whether it is right or not, so that no flaw shows in the time taken.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html
 */
export function decryptOpenData(payload: SealedPayload, key: Secret): Record<string, unknown> | undefined {
  const sealed = decodeBase64(payload.encryptedData)
  const iv = decodeBase64(payload.iv)
  const isWhole = sealed.length > 0 && sealed.length % blockBytes === 0 && iv.length === blockBytes
  const decipher = createDecipheriv(
    'aes-128-cbc',
    Buffer.from(key.reveal(), 'base64'),
    isWhole ? iv : Buffer.alloc(blockBytes),
  ).setAutoPadding(false)
  const padded = decipher.update(isWhole ? sealed : Buffer.alloc(Math.max(blockBytes, roundUp(sealed.length))))
  const { text, isPadded } = removePadding(padded)
  const content = parseObject(text)
  return isWhole && isPadded ? content : undefined
}

/** `sha1(rawData + session_key)`, compared in constant time. */
export function isSigned({ rawData, signature }: { rawData: string; signature: string }, key: Secret): boolean {
  const expected = createHash('sha1')
    .update(rawData + key.reveal())
    .digest('hex')
  const given = Buffer.alloc(expected.length, ' ')
  given.write(signature, 'latin1')
  return timingSafeEqual(given, Buffer.from(expected, 'latin1')) && signature.length === expected.length
}

const roundUp = (length: number) => Math.ceil(length / blockBytes) * blockBytes

/** Empty unless it is the canonical encoding: a payload has exactly one form. */
function decodeBase64(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : Buffer.alloc(0)
}

function removePadding(padded: Buffer): { text: Buffer; isPadded: boolean } {
  const count = padded.at(-1) ?? 0
  let flaws = Number(count < 1) | Number(count > blockBytes)
  for (let index = 1; index <= blockBytes; index++) {
    flaws |= Number(index <= count) & Number(padded[padded.length - index] !== count)
  }
  return { text: padded.subarray(0, padded.length - (flaws === 0 ? count : 0)), isPadded: flaws === 0 }
}

export function parseObject(text: Buffer | string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(typeof text === 'string' ? text : utf8.decode(text))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // a flaw like any other
  }
  return undefined
}

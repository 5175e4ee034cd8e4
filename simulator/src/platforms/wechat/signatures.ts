import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

export interface EncryptedData {
  encryptedData: string
  iv: string
}

/** `sha1(rawData + session_key)`: what `signature` beside `rawData` holds. */
export const signRawData = (rawData: string, sessionKey: string): string =>
  createHash('sha1')
    .update(rawData + sessionKey)
    .digest('hex')

/** Proves a session_key without sending it; the key is used as it is written. */
export const signWithSessionKey = (message: string, sessionKey: string): string =>
  createHmac('sha256', sessionKey).update(message).digest('hex')

/** AES-128-CBC with PKCS#7, everything in base64, as WeChat hands open data to a page. */
export function encryptOpenData(data: object, sessionKey: string): EncryptedData {
  const iv = randomBytes(16)
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv)
  const encrypted = Buffer.concat([cipher.update(JSON.stringify(data), 'utf8'), cipher.final()])
  return { encryptedData: encrypted.toString('base64'), iv: iv.toString('base64') }
}

export function decryptOpenData({ encryptedData, iv }: EncryptedData, sessionKey: string): unknown {
  const decipher = createDecipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), Buffer.from(iv, 'base64'))
  const decrypted = Buffer.concat([decipher.update(Buffer.from(encryptedData, 'base64')), decipher.final()])
  return JSON.parse(decrypted.toString('utf8'))
}

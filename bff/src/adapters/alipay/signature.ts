import { type KeyObject, sign, verify } from 'node:crypto'

/** RSA2 is RSASSA-PKCS1-v1_5 with SHA-256. https://opendocs.alipay.com/common/02kf5q */
export function signParameters(parameters: Readonly<Record<string, string>>, privateKey: KeyObject): string {
  const content = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64')
}

export const isSigned = (content: string, signature: string, publicKey: KeyObject): boolean =>
  verify('RSA-SHA256', Buffer.from(content), publicKey, Buffer.from(signature, 'base64'))

/**
 * The literal text of the object under `name`: Alipay signs the text, not the parsed value. The text is located by
 * counting braces, because nothing else in the response can be trusted before verification.
 */
export function sliceNode(text: string, name: string): string | undefined {
  const start = text.indexOf(`"${name}"`)
  const open = start < 0 ? -1 : text.indexOf('{', start)
  if (open < 0) return undefined
  let depth = 0
  for (let index = open; index < text.length; index++) {
    const character = text[index]
    if (character === '"') index = endOfString(text, index)
    else if (character === '{') depth++
    else if (character === '}' && --depth === 0) return text.slice(open, index + 1)
  }
  return undefined
}

function endOfString(text: string, quote: number): number {
  let index = quote + 1
  while (index < text.length && text[index] !== '"') index += text[index] === '\\' ? 2 : 1
  return index
}

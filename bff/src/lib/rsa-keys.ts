import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/**
 * Reads an RSA private key in the usual formats: PEM, or bare base64 of its DER; PKCS#8 or PKCS#1. `undefined` for
 * anything else.
 */
export const readRsaPrivateKey = (text: string): KeyObject | undefined =>
  readFirst(text, ['pkcs8', 'pkcs1'], (key, type) => createPrivateKey({ key, format: 'der', type }))

/** As `readRsaPrivateKey`, of a public key: SPKI or PKCS#1. */
export function readRsaPublicKey(text: string): KeyObject | undefined {
  // Node would derive the public key from a private one, which must not be configured here.
  if (readRsaPrivateKey(text)) return undefined
  return readFirst(text, ['spki', 'pkcs1'], (key, type) => createPublicKey({ key, format: 'der', type }))
}

/** Whether the two keys form a pair. */
export function isKeyPair(privateText: string, publicText: string): boolean {
  const [privateKey, publicKey] = [readRsaPrivateKey(privateText), readRsaPublicKey(publicText)]
  return privateKey !== undefined && publicKey !== undefined && createPublicKey(privateKey).equals(publicKey)
}

function readFirst<const Type>(
  text: string,
  types: readonly Type[],
  create: (key: Buffer, type: Type) => KeyObject,
): KeyObject | undefined {
  // A single-line variable contains the line breaks of a PEM as \n, and a single-line input drops them.
  const pem = text.trim().replaceAll('\\n', '\n')
  const der = Buffer.from(/^-----BEGIN [A-Z ]+-----([^-]+)-----END /.exec(pem)?.[1] ?? pem, 'base64')
  for (const type of types) {
    try {
      const key = create(der, type)
      if (key.asymmetricKeyType === 'rsa') return key
    } catch {
      // Not of this type; try the next.
    }
  }
  return undefined
}

import { createSign, createVerify, generateKeyPairSync } from 'node:crypto'

/** Both directions of RSA2: the app signs its calls, Alipay its answers. PEM, PKCS#8 and SPKI. */
export interface AlipayKeys {
  app: KeyPair
  alipay: KeyPair
}

interface KeyPair {
  privateKey: string
  publicKey: string
}

let keys: AlipayKeys | undefined

/** Made once per process, when first needed: 2048 bits take a moment. */
export function alipayKeys(): AlipayKeys {
  keys ??= { app: createKeyPair(), alipay: createKeyPair() }
  return keys
}

const createKeyPair = (): KeyPair =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

// https://opendocs.alipay.com/common/02kf5q: every parameter but sign and empty ones, by name, as they are.
export const contentToSign = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')

export const signContent = (content: string, privateKey: string): string =>
  createSign('RSA-SHA256').update(content, 'utf8').sign(privateKey, 'base64')

export const isSignedBy = (content: string, signature: string, publicKey: string): boolean =>
  createVerify('RSA-SHA256').update(content, 'utf8').verify(publicKey, signature, 'base64')

import { createDecipheriv, timingSafeEqual } from 'node:crypto'
import type { Secret } from '../../domain/secret.ts'
import { signPush } from '../../lib/sign-push.ts'

const blockBytes = 32
const randomPrefixBytes = 16
const lengthBytes = 4

/** Compared in constant time. */
export function isSignedPush(signature: string | undefined, ...parts: string[]): boolean {
  const expected = signPush(...parts)
  const given = Buffer.alloc(expected.length)
  const isHex = given.write(signature ?? '', 'hex') === expected.length && signature?.length === expected.length * 2
  return timingSafeEqual(given, expected) && isHex
}

/**
 * Decrypts a safe-mode message, with the app it is for; `undefined` if it was not encrypted with this key.
 * https://developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html
 */
export function openPush(encrypted: string, aesKey: Secret): { message: string; appId: string } | undefined {
  const key = Buffer.from(`${aesKey.reveal()}=`, 'base64')
  const sealed = Buffer.from(encrypted, 'base64')
  if (sealed.length === 0 || sealed.length % blockBytes !== 0) return undefined
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(sealed), decipher.final()])
  const padding = padded.at(-1) ?? 0
  const contentEnd = padded.length - padding
  const messageStart = randomPrefixBytes + lengthBytes
  if (padding < 1 || padding > blockBytes || contentEnd < messageStart) return undefined
  const messageEnd = messageStart + padded.readUInt32BE(randomPrefixBytes)
  if (messageEnd > contentEnd) return undefined
  return {
    message: padded.toString('utf8', messageStart, messageEnd),
    appId: padded.toString('utf8', messageEnd, contentEnd),
  }
}

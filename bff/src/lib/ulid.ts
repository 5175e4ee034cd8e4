import { randomBytes } from 'node:crypto'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford base32

/** A ULID (github.com/ulid/spec): 48 bits of milliseconds, 80 random bits. Sorts by time of making. */
export function createUlid(at: Date): string {
  let time = at.getTime()
  let text = ''
  for (let i = 0; i < 10; i++) {
    text = alphabet.charAt(time % 32) + text
    time = Math.floor(time / 32)
  }
  return text + randomBase32(16)
}

/** `length` characters of 5 random bits each. */
export function randomBase32(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte & 31)).join('')
}

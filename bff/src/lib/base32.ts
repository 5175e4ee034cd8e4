import { drawBytes } from './random.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford: no I, L, O, U

/** The lowest `5 × length` bits of a whole number, highest first. */
export function encodeBase32(value: bigint, length: number): string {
  return Array.from({ length }, (_, index) =>
    alphabet.charAt(Number((value >> BigInt(5 * (length - 1 - index))) & 31n)),
  ).join('')
}

/** `undefined` for text with an invalid character. */
export function decodeBase32(text: string): bigint | undefined {
  let value = 0n
  for (const character of text) {
    const digit = alphabet.indexOf(character)
    if (digit < 0) return undefined
    value = value * 32n + BigInt(digit)
  }
  return value
}

/** `length` characters of 5 random bits each. */
export function randomBase32(length: number): string {
  return Array.from(drawBytes(length), (byte) => alphabet.charAt(byte & 31)).join('')
}

import { encodeBase32, randomBase32 } from './base32.ts'

/** A ULID (github.com/ulid/spec): 48 bits of milliseconds, 80 random bits. Sorts by creation time. */
export function createUlid(at: Date): string {
  return encodeBase32(BigInt(at.getTime()), 10) + randomBase32(16)
}

import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(1024)
let drawn = pool.length

/**
 * Secure random bytes for nonces and ids, drawn from the system in batches, because each draw costs a busy server 10
 * µs. No byte is returned twice or kept after it was returned. For credentials such as tokens use `node:crypto`, so
 * that none of their bytes wait in this buffer. Throws RangeError for more than 1,024 bytes.
 */
export function drawBytes(size: number): Buffer {
  if (size > pool.length) throw new RangeError(`drawBytes: ${size} bytes`)
  if (size > pool.length - drawn) {
    randomFillSync(pool)
    drawn = 0
  }
  const given = Buffer.from(pool.subarray(drawn, drawn + size))
  pool.fill(0, drawn, drawn + size)
  drawn += size
  return given
}

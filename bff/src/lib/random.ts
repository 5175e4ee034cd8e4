import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8192)
let drawn = pool.length

/**
 * Bytes of the system's secure random source, drawn many at a time, since each draw costs a busy server 10 µs. None is
 * given twice, and what was given is not kept.
 */
export function randomBytes(size: number): Buffer {
  if (size > pool.length - drawn) {
    randomFillSync(pool)
    drawn = 0
  }
  const given = Buffer.from(pool.subarray(drawn, drawn + size))
  pool.fill(0, drawn, drawn + size)
  drawn += size
  return given
}

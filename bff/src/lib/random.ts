import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(1024)
let drawn = pool.length

/**
 * Bytes of the system's secure random source for nonces and ids, drawn many at a time, since each draw costs a busy
 * server 10 µs. None is given twice, and what was given is not kept. For what opens something, such as a token, ask
 * `node:crypto`: none of those lies ready here. Throws RangeError for more than 1,024 bytes.
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

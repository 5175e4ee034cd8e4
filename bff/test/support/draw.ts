import { createCipheriv, createHash } from 'node:crypto'

/** Draws the same from the same seed. */
export interface Draw {
  bytes(count: number): Buffer
  /** A number in [0, 1). */
  share(): number
  /** A whole number in [0, limit). */
  below(limit: number): number
}

export function createDraw(seed: number): Draw {
  const key = createHash('sha256').update(`trailpass draw ${seed}`).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const bytes = (count: number) => stream.update(Buffer.alloc(count))
  const share = () => bytes(4).readUInt32BE() / 2 ** 32
  return { bytes, share, below: (limit) => Math.trunc(share() * limit) }
}

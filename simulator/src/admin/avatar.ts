import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

const cells = 5
const cellPixels = 24
const marginPixels = 12
const sizePixels = cells * cellPixels + 2 * marginPixels
const inks: readonly [number, number, number][] = [
  [20, 128, 78],
  [36, 104, 168],
  [138, 83, 0],
  [15, 106, 64],
  [122, 62, 140],
]
const paper = [226, 244, 234] as const

/** A PNG of 144 × 144: a symmetrical pattern that is always the same for one id. */
export function drawAvatar(id: string): Buffer {
  const digest = createHash('sha256').update(id).digest()
  const ink = inks[(digest[0] ?? 0) % inks.length] ?? paper
  const isInked = (column: number, row: number) => {
    const mirrored = Math.min(column, cells - 1 - column)
    return ((digest[1 + row * 3 + mirrored] ?? 0) & 1) === 1
  }

  // One filter byte before the pixels of each line.
  const lineBytes = 1 + sizePixels * 3
  const pixels = Buffer.alloc(lineBytes * sizePixels)
  for (let y = 0; y < sizePixels; y++) {
    for (let x = 0; x < sizePixels; x++) {
      const column = Math.floor((x - marginPixels) / cellPixels)
      const row = Math.floor((y - marginPixels) / cellPixels)
      const isInside = column >= 0 && column < cells && row >= 0 && row < cells
      pixels.set(isInside && isInked(column, row) ? ink : paper, y * lineBytes + 1 + x * 3)
    }
  }

  const header = Buffer.alloc(13)
  header.writeUInt32BE(sizePixels, 0)
  header.writeUInt32BE(sizePixels, 4)
  header.set([8, 2], 8) // 8 bits per channel, RGB
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND')])
}

function chunk(type: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

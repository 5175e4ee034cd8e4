import type { Sharp } from 'sharp'
import { AppError } from '../../domain/app-error.ts'
import { createShortQueue } from '../../lib/short-queue.ts'
import type { AvatarFile } from '../../ports/avatar-store.ts'
import type { ImageEncoder } from '../../ports/image-encoder.ts'

const edgePixels = 512
/** The resolution of a phone's camera; a small file that decodes to more is a decompression bomb. */
const mostPixels = 25_000_000
/** An ordinary picture takes a tenth of a second, a malicious one several: a burst is served, and nobody waits in vain. */
const mostWaiting = 16
/** Half of what a phone waits for. */
const longestWaitMs = 5000
const retryAfterMs = 5000
const white = '#ffffff'

/** Decodes and re-encodes as JPEG, which every phone displays and WeChat's check accepts. Metadata is dropped. */
export function createSharpImageEncoder(): ImageEncoder {
  let loaded: Promise<(bytes: Buffer) => Sharp> | undefined

  // Loaded lazily, because loading takes longer than starting the server.
  async function load(): Promise<(bytes: Buffer) => Sharp> {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    // One picture must not occupy every core.
    sharp.concurrency(1)
    // Only accepted formats, so that the decoders of others are never reached.
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({
      operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
    })
    return (bytes) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' })
  }

  async function draw(bytes: Buffer): Promise<AvatarFile> {
    loaded ??= load()
    const open = await loaded
    try {
      const { width, height } = await open(bytes).metadata()
      if (width * height > mostPixels) throw new AppError('request.too_large')
      const encoded = await open(bytes)
        .autoOrient()
        .resize(edgePixels, edgePixels, { fit: 'inside', withoutEnlargement: true })
        .flatten({ background: white })
        .jpeg({ quality: 82 })
        .timeout({ seconds: 5 })
        .toBuffer()
      return { bytes: encoded, contentType: 'image/jpeg' }
    } catch (cause) {
      if (cause instanceof AppError) throw cause
      const isTooLarge = cause instanceof Error && /pixel limit/i.test(cause.message)
      throw new AppError(isTooLarge ? 'request.too_large' : 'request.unsupported_media_type', { cause })
    }
  }

  // Encoding occupies one of libuv's four threads, which also serve file reads and DNS: it must not take all of them.
  const inTurn = createShortQueue({
    mostWaiting,
    longestWaitMs,
    refuse: () => new AppError('rate_limit.exceeded', { retryAfterMs }),
  })

  return { encode: (bytes) => inTurn(() => draw(bytes)) }
}

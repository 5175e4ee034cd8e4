import type { Sharp } from 'sharp'
import { AppError } from '../../domain/app-error.ts'
import { createShortQueue } from '../../lib/short-queue.ts'
import type { AvatarFile } from '../../ports/avatar-store.ts'
import type { ImageEncoder } from '../../ports/image-encoder.ts'

const edgePixels = 512
/** What a phone's camera takes; a small file that unfolds to more is meant to harm. */
const mostPixels = 25_000_000
/** A picture that is meant to harm takes a second or two: the last of these is answered before its phone gives up. */
const mostWaiting = 6
const retryAfterMs = 5000
const white = '#ffffff'

/** Decodes and draws anew as JPEG, which every phone shows and WeChat's check takes: metadata stays behind. */
export function createSharpImageEncoder(): ImageEncoder {
  let loaded: Promise<(bytes: Buffer) => Sharp> | undefined

  // Loading takes longer than starting the server.
  async function load(): Promise<(bytes: Buffer) => Sharp> {
    const { default: sharp } = await import('sharp')
    sharp.cache(false)
    // One picture may not keep every core busy.
    sharp.concurrency(1)
    // Only the formats that are taken: the others' readers are never reached.
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

  // Drawing occupies one of the four threads on which files are read and names resolved: it may not have them all.
  const inTurn = createShortQueue({ mostWaiting, refuse: () => new AppError('rate_limit.exceeded', { retryAfterMs }) })

  return { encode: (bytes) => inTurn(() => draw(bytes)) }
}

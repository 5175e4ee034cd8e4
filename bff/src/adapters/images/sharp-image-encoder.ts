import type { Sharp } from 'sharp'
import { AppError } from '../../domain/app-error.ts'
import type { ImageEncoder } from '../../ports/image-encoder.ts'

const edgePixels = 512
/** What a phone's camera takes; a small file that unfolds to more is meant to harm. */
const mostPixels = 50_000_000
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

  return {
    async encode(bytes) {
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
    },
  }
}

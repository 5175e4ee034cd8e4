import type { AvatarFile } from './avatar-store.ts'

/** Re-encodes a person's image so that it contains only its pixels. */
export interface ImageEncoder {
  /**
   * Throws `request.unsupported_media_type` for a file that is not a complete image, `request.too_large` for too many
   * pixels, and `rate_limit.exceeded` while too many others wait.
   */
  encode(bytes: Buffer): Promise<AvatarFile>
}

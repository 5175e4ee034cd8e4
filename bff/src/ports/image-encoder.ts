import type { AvatarFile } from './avatar-store.ts'

/** Makes a picture of a person's file that holds its pixels and nothing else. */
export interface ImageEncoder {
  /**
   * Throws `request.unsupported_media_type` for what is no whole picture, `request.too_large` for too many pixels,
   * `rate_limit.exceeded` while many others wait.
   */
  encode(bytes: Buffer): Promise<AvatarFile>
}

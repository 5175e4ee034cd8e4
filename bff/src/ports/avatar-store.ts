export interface AvatarFile {
  bytes: Buffer
  contentType: string
}

/**
 * Stores avatar images, each under its own random id, so that one can be removed without checking for other users of
 * it.
 */
export interface AvatarStore {
  /** Creates an unused id. Throws for a content type that is not an image. */
  createId(contentType: string): string
  /** Durable once resolved. */
  save(id: string, file: AvatarFile): Promise<void>
  find(id: string): Promise<AvatarFile | undefined>
  /** The ids of all stored files. */
  listIds(): Promise<string[]>
  /** Idempotent. Returns false if this process has no avatar folder at all, because the files are in another one's. */
  remove(id: string): Promise<boolean>
}

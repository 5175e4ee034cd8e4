export interface AvatarFile {
  bytes: Buffer
  contentType: string
}

/** Holds avatar images, each under a random id of its own: whose it is can be removed without asking who else has it. */
export interface AvatarStore {
  /** An id that no file has yet. Throws for a content type that is no picture's. */
  createId(contentType: string): string
  /** Durable once resolved. */
  save(id: string, file: AvatarFile): Promise<void>
  find(id: string): Promise<AvatarFile | undefined>
  /** Of every file. */
  listIds(): Promise<string[]>
  /** Idempotent. Answers false where there is no place for files at all: they lie in that of another process. */
  remove(id: string): Promise<boolean>
}

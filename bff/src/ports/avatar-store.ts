export interface AvatarFile {
  bytes: Buffer
  contentType: string
}

/** Holds avatar images, each under a random id of its own: whose it is can be removed without asking who else has it. */
export interface AvatarStore {
  /** Durable once resolved. Answers the id. */
  save(file: AvatarFile): Promise<string>
  find(id: string): Promise<AvatarFile | undefined>
  /** Idempotent. */
  remove(id: string): Promise<void>
}

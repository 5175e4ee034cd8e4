export interface AvatarFile {
  bytes: Buffer
  contentType: string
}

/** Holds avatar images under the hash of their content. */
export interface AvatarStore {
  /** Durable once resolved. Answers the id; the same content has the same id. */
  save(file: AvatarFile): Promise<string>
  find(id: string): Promise<AvatarFile | undefined>
}

/** Thrown deliberately; its message is the response. */
export class AdminError extends Error {
  readonly status: 400 | 404 | 409

  constructor(status: 400 | 404 | 409, words: string) {
    super(words)
    this.status = status
  }
}

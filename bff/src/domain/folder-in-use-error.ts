/** A data folder belongs to one process at a time. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

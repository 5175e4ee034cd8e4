/** A build that did not succeed; the message is what the compiler said. */
export class BuildError extends Error {
  override name = 'BuildError'
}

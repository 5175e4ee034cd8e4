/** What a command cannot do, in words for the operator. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}

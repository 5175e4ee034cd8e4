/** Structured logging with an allow-list behind it: fields that are not on it are dropped. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

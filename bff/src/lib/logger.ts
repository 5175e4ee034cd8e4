import { type DestinationStream, type Logger, pino } from 'pino'
import type { Log } from '../ports/log.ts'

/** Only these fields are ever written; whatever else is passed is dropped. */
const allowed = new Set([
  'aheadMs',
  'appId',
  'code',
  'errcode',
  'event',
  'host',
  'ip',
  'method',
  'ms',
  'operation',
  'port',
  'problem',
  'reason',
  'requestId',
  'rid',
  'route',
  'signal',
  'status',
  'subCode',
])

/** What systems, databases and libraries call their errors; anything else in its place is somebody's text. */
const errorCode = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[0-9A-Z]{5})$/

/** Of an error: its kind, its place, and the codes of its causes. Messages may quote values, so they stay out. */
function describeError(error: unknown): object {
  const { name, code, stack, cause } = (error ?? {}) as {
    name?: unknown
    code?: unknown
    stack?: unknown
    cause?: unknown
  }
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : []
  return {
    name: typeof name === 'string' ? name : typeof error,
    ...(typeof code === 'string' && errorCode.test(code) && { code }),
    stack: frames.slice(0, 8).map((line) => line.trim()),
    ...(cause !== undefined && { cause: describeError(cause) }),
  }
}

export function createLogger(level: string, destination?: DestinationStream): Log {
  const logger: Logger = pino(
    {
      level,
      base: null,
      formatters: {
        level: (label) => ({ level: label }),
        log(fields) {
          const written: Record<string, unknown> = {}
          for (const name in fields) {
            if (name === 'err') written.err = describeError(fields.err)
            else if (allowed.has(name)) written[name] = fields[name]
          }
          return written
        },
      },
    },
    // Written behind the answers, several lines at a time when there are many; what is left is written at the exit.
    destination ?? pino.destination({ fd: 1, sync: false }),
  )
  return logger
}

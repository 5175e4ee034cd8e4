import { type DestinationStream, type Logger, pino } from 'pino'
import type { Log } from '../ports/log.ts'

/** Allow list: only these fields are written; all others are dropped. */
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

/** The format of error codes of systems, databases and libraries; anything else might be arbitrary text. */
const errorCode = /^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*|[0-9A-Z]{5})$/

/** Logs an error's type, location and the codes of its causes. Messages may quote values, so they are left out. */
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
    // Written asynchronously after the response, several lines at a time under load; the rest is flushed at exit.
    destination ?? pino.destination({ fd: 1, sync: false }),
  )
  return logger
}

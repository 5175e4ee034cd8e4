import { once } from 'node:events'

/** Aborted by Ctrl-C or the like. Later signals change nothing: ending takes seconds at most. */
export function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const) {
    process.on(signal, () => controller.abort())
  }
  return controller.signal
}

export async function untilAborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort')
}

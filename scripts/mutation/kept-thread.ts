import type { PoolOptions, PoolRunnerInitializer, PoolWorker, WorkerRequest } from 'vitest/node'
import { ThreadsPoolWorker } from 'vitest/node'

type Listener = (message: unknown) => void

/** A thread that takes one run of vitest for its first and each one after as if it were more files of that. */
function createKeptThread(options: PoolOptions): PoolWorker {
  const thread = new ThreadsPoolWorker(options)
  let isStarted = false
  let listeners: [event: string, listener: Listener][] = []

  const pretendToStop = () =>
    queueMicrotask(() => {
      for (const [event, listener] of [...listeners])
        if (event === 'message') listener({ type: 'stopped', __vitest_worker_response__: true })
    })

  return {
    name: 'kept-thread',
    async start() {
      if (!isStarted) await thread.start()
      isStarted = true
    },
    async stop() {
      for (const [event, listener] of listeners) thread.off(event, listener)
      listeners = []
    },
    send(message: WorkerRequest) {
      if ('type' in message && message.type === 'stop') pretendToStop()
      else thread.send(message)
    },
    on(event, listener) {
      listeners.push([event, listener])
      thread.on(event, listener)
    },
    off(event, listener) {
      listeners = listeners.filter(([name, known]) => name !== event || known !== listener)
      thread.off(event, listener)
    },
    deserialize: (message) => message,
  }
}

/**
 * vitest ends its thread after every run, and loading the server takes longer than most tests. Nearly every mutant is
 * switched on at run time, so one thread can serve them all; one that acts while modules load gets a thread of its own.
 */
export function keptThreads(): PoolRunnerInitializer {
  let kept: PoolWorker | undefined
  return {
    name: 'kept-thread',
    createPoolWorker(options) {
      // What Stryker provides to its setup file, which switches the mutant on.
      const provided = options.project.getProvidedContext() as { mode?: string; mutantActivation?: string }
      if (provided.mode !== 'mutant' || provided.mutantActivation === 'static') {
        const thread = new ThreadsPoolWorker(options)
        return Object.assign(thread, { name: 'kept-thread' })
      }
      kept ??= createKeptThread(options)
      return kept
    },
  }
}

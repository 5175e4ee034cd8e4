import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { flightDeadline } from './flight-deadline.ts'
import { createUpstream } from './upstream.ts'

/** Answers in a thread of its own, whatever holds this one up; `/never` not at all. */
const platform = `
  const { createServer } = require('node:http')
  const { parentPort } = require('node:worker_threads')
  const server = createServer(({ url }, response) => {
    parentPort.postMessage('asked')
    if (!url.startsWith('/never')) setTimeout(() => response.end('{"errcode":0}'), 100)
  })
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
`

const holdUp = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

async function ask(path: string, heldUpMs: number) {
  const worker = new Worker(platform, { eval: true })
  onTestFinished(async () => void (await worker.terminate()))
  const [port] = (await once(worker, 'message')) as [number]
  const upstream = createUpstream(`http://127.0.0.1:${port}`)
  onTestFinished(upstream.close)
  const answer = upstream.request({ method: 'GET', path, query: {}, signal: flightDeadline() })
  answer.catch(() => {})
  await once(worker, 'message')
  holdUp(heldUpMs)
  return answer
}

it('an answer that came while the process was held up is taken, late as it is', async () => {
  expect(await ask('/', 2600)).toEqual({ errcode: 0 })
})

it('a flight ends in time when there is no answer', async () => {
  const startedAt = performance.now()
  await expect(ask('/never', 0)).rejects.toMatchObject({ reason: 'timeout' })
  expect(performance.now() - startedAt).toBeGreaterThan(2400)
})

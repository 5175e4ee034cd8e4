import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { startTestSimulator } from './testing/test-simulator.ts'

const launcher = fileURLToPath(new URL('../bin/trailpass-simulator.mjs', import.meta.url))

function run(...parameters: string[]) {
  const child = spawn(process.execPath, [launcher, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

it('says one line when it is ready, and ends on a signal', async () => {
  const child = run('--port', '0')
  const [line] = await once(createInterface(child.stdout), 'line')
  const url = /^simulator ready on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
  expect((await fetch(`${url}/_sim/`)).status).toBe(200)
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

it('says in words that a port is taken, and exits 1', async () => {
  const { port } = await startTestSimulator()
  const child = run('--port', String(port))
  const [[line], [exitCode]] = await Promise.all([once(createInterface(child.stderr), 'line'), once(child, 'exit')])
  expect(line).toBe(`port ${port} is already in use: choose another with --port`)
  expect(exitCode).toBe(1)
})

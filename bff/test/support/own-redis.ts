import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createConnection } from 'node:net'
import { hasProgram } from '../../src/lib/has-program.ts'
import { takeFreePort } from './free-port.ts'
import { until } from './until.ts'

/** A Redis of the test's own, which may be ended, frozen and brought back. */
export interface OwnRedis {
  url: string
  start(): Promise<void>
  /** kill -9: what it held is gone. */
  kill(): Promise<void>
  /** It keeps its connections and answers nothing. */
  freeze(): void
  thaw(): void
}

export const hasRedis = hasProgram('redis-server')

export async function startOwnRedis(): Promise<OwnRedis> {
  const port = await takeFreePort()
  let child: ChildProcess
  const redis: OwnRedis = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      child = spawn('redis-server', ['--bind', '127.0.0.1', '--port', `${port}`, '--save', '', '--dir', '/'], {
        stdio: 'ignore',
      })
      await until('Redis is ready', () => connects(port))
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  }
  await redis.start()
  return redis
}

function connects(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    const end = (connected: boolean) => {
      socket.destroy()
      resolve(connected)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

import { execFile } from 'node:child_process'
import { chmodSync, existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { takeFreePort } from './free-port.ts'

const run = promisify(execFile)
const debian = '/usr/lib/postgresql'

/** A PostgreSQL of the test's own, which may be restarted. */
export interface OwnPostgres {
  url: string
  /** `fast` ends its connections and shuts down; `immediate` is a power cut, after which it recovers. */
  restart(mode: 'fast' | 'immediate'): Promise<void>
  remove(): Promise<void>
}

const folder = existsSync(debian)
  ? readdirSync(debian)
      .map((version) => join(debian, version, 'bin'))
      .find((path) => existsSync(join(path, 'initdb')))
  : undefined
export const hasPostgres = folder !== undefined

/** It runs as the user `postgres` where the test is root, which PostgreSQL refuses to run as. */
function postgres(program: string, args: readonly string[]): Promise<unknown> {
  const path = join(folder ?? '', program)
  const isRoot = process.getuid?.() === 0
  return isRoot ? run('runuser', ['-u', 'postgres', '--', path, ...args], { cwd: '/' }) : run(path, args)
}

export async function startOwnPostgres(): Promise<OwnPostgres> {
  const port = await takeFreePort()
  const home = await mkdtemp(join(tmpdir(), 'trailpass-pg-'))
  chmodSync(home, 0o777)
  const data = join(home, 'data')
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${home}`
  const control = (...args: string[]) => postgres('pg_ctl', ['-D', data, '-w', '-l', join(home, 'log'), ...args])
  await postgres('initdb', ['-D', data, '-U', 'root', '--auth=trust', '--encoding=UTF8', '--no-sync'])
  await control('-o', settings, 'start')
  return {
    url: `postgres://root@127.0.0.1:${port}/postgres`,
    restart: async (mode) => void (await control('-m', mode, '-o', settings, 'restart')),
    async remove() {
      await control('-m', 'immediate', 'stop')
      await rm(home, { recursive: true, force: true })
    },
  }
}

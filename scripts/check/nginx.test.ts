import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasProgram } from '@trailpass/bff/lib/has-program.ts'
import { expect, it, onTestFinished, vi } from 'vitest'
import { writeCertificate, writeNginxTrial } from './deployment-trials.ts'

type Ask = (path: string) => Promise<{ status: number | undefined; location: string | undefined }>

/** The configuration of `deploy/nginx` in an nginx of its own, with nobody behind it. */
async function startNginx(): Promise<Ask> {
  const folder = mkdtempSync(join(tmpdir(), 'trailpass-nginx-'))
  writeCertificate(folder)
  const main = writeNginxTrial(folder, 'single')
  const alone = 'daemon off; master_process off;'
  const nginx = spawn('nginx', ['-p', folder, '-c', main, '-g', alone], { stdio: 'ignore' })
  const ended = once(nginx, 'exit')
  onTestFinished(async () => {
    nginx.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const socketPath = join(folder, '443.sock')
  await vi.waitUntil(() => existsSync(socketPath), { timeout: 5000 })
  return async (path) => {
    // Whole, without what `fetch` would make of it.
    const asked = request({ socketPath, path, headers: { Host: 'your.host' }, rejectUnauthorized: false }).end()
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    answer.resume()
    return { status: answer.statusCode, location: answer.headers.location }
  }
}

it.skipIf(!hasProgram('nginx') || !hasProgram('openssl'))(
  'nginx leads a printed link to the web client, with the code as it was written, and nothing else below /d/',
  async () => {
    const ask = await startNginx()
    for (const code of ['16HX6HXD5RF3', '1A%2BB%2Fx%3D', '1AB&x', '1AB%0D%0ASet-Cookie:%20x=1']) {
      expect(await ask(`/d/${code}`)).toEqual({ status: 302, location: `https://your.host/?scene=${code}` })
    }
    expect(await ask('/d/16HX?from=poster')).toEqual({ status: 302, location: 'https://your.host/?scene=16HX' })
    for (const path of ['/d/', '/d/16HX/y', '/d/?scene=16HX']) expect((await ask(path)).status).toBe(404)
    // What WeChat reads before it lets a link rule be: the BFF has it.
    expect((await ask('/d/k3j4.txt')).location).toBeUndefined()
  },
)

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface BusyPlatform {
  url: string
  /** Where it asks when it is not busy. */
  target: string
  /** How often each code was tried. */
  tries: ReadonlyMap<string, number>
  close(): void
}

/** Stands before a platform and says -1 as often as `isBusy` does, half of those after the platform has done its work. */
export async function startBusyPlatform(isBusy: () => boolean): Promise<BusyPlatform> {
  const tries = new Map<string, number>()
  let busyAnswers = 0
  const server = createServer(async (request, response) => {
    const code = new URL(request.url ?? '', 'http://platform').searchParams.get('js_code')
    if (code !== null) tries.set(code, (tries.get(code) ?? 0) + 1)
    const busy = code !== null && isBusy()
    if (busy) busyAnswers += 1
    const isActedUpon = !busy || busyAnswers % 2 === 0
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const answer = isActedUpon ? await forward(request.method ?? 'GET', request.url ?? '', Buffer.concat(chunks)) : ''
    response.setHeader('content-type', 'text/plain')
    response.end(busy ? '{"errcode":-1,"errmsg":"system error"}' : answer)
  })
  // As the simulator: only callers hang up.
  server.keepAliveTimeout = 0
  async function forward(method: string, path: string, body: Buffer): Promise<string> {
    const answered = await fetch(platform.target + path, {
      method,
      ...(method === 'POST' && { body: new Uint8Array(body) }),
    })
    return answered.text()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const platform: BusyPlatform = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target: '',
    tries,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
  return platform
}

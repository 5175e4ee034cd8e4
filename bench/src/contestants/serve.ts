import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Listens on a free port of this machine, and says so as the BFF does. */
export function serve(answer: RequestListener): void {
  const server = createServer(answer)
  server.keepAliveTimeout = 65_000
  server.listen({ host: '127.0.0.1', port: 0, backlog: 4096 }, () => {
    console.log(`ready on http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  })
}

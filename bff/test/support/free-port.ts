import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** For servers that cannot be told to take any port and say which. */
export async function takeFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

import { type AddressInfo, createServer, type Server } from 'node:net'
import { usualPorts } from './addresses.ts'

type Ports = typeof usualPorts

/** The usual port of each part, or a free one where it is in use, which is said. */
export async function takePorts(say: (line: string) => void, wanted: Ports = usualPorts): Promise<Ports> {
  const held: Server[] = []
  const ports = { ...wanted }
  for (const part of Object.keys(wanted) as (keyof Ports)[]) {
    const server = (await hold(wanted[part])) ?? (await hold(0))
    if (server === undefined) throw new Error(`no port is free for ${part}`)
    held.push(server)
    ports[part] = (server.address() as AddressInfo).port
    if (ports[part] !== wanted[part]) say(`port ${wanted[part]} is in use: ${part} takes ${ports[part]}`)
  }
  await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** Holding a port until all are chosen keeps two parts from choosing the same one. */
function hold(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { takePorts } from './take-ports.ts'

async function portInUse(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('takePorts', () => {
  it('says which port is in use and takes another', async () => {
    const inUse = await portInUse()
    const said: string[] = []
    const ports = await takePorts((line) => said.push(line), { simulator: 0, bff: inUse, h5: 0 })
    expect(new Set([inUse, ...Object.values(ports)]).size).toBe(4)
    expect(said).toContain(`port ${inUse} is in use: bff takes ${ports.bff}`)
  })
})

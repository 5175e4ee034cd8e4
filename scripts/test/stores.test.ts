import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findStores } from './stores.ts'

async function listening(): Promise<number> {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('findStores', () => {
  it('takes what the environment names', async () => {
    const port = await listening()
    const named = { DATABASE_URL: `postgres://127.0.0.1:${port}/a`, REDIS_URL: `redis://127.0.0.1:${port}` }
    expect(await findStores(named)).toEqual({ urls: named, faults: [] })
  })

  it('says which store does not answer, and no password', async () => {
    const port = await listening()
    const database = new URL('postgres://127.0.0.1:1/a')
    database.password = 'hidden'
    const { faults } = await findStores({
      DATABASE_URL: database.href,
      REDIS_URL: `redis://127.0.0.1:${port}`,
    })
    expect(faults).toEqual(['PostgreSQL does not answer at 127.0.0.1:1 (start it there, or set DATABASE_URL)'])
  })

  it('says when an address is none', async () => {
    const port = await listening()
    const { faults } = await findStores({ DATABASE_URL: 'here', REDIS_URL: `redis://127.0.0.1:${port}` })
    expect(faults).toEqual(['DATABASE_URL is not an address'])
  })
})

import type { Endpoint } from '@trailpass/shared'
import { expect, it } from 'vitest'
import type { BoundOperation } from '../bind-endpoint.ts'
import { demandKnownLimits } from './demand-known-limits.ts'

const operation = (id: string, auth: BoundOperation['auth']): BoundOperation => ({
  endpoint: { id } as Endpoint<unknown, unknown>,
  summary: id,
  auth,
  request: null,
  response: null,
})
const operations = [operation('createSession', 'none'), operation('register', 'session')]
const share = { count: 1, perSeconds: 1 }

it('takes limits of operations there are, and of what is no operation', () => {
  const table = { createSession: { address: share }, register: { session: share }, everything: { session: share } }
  expect(() => demandKnownLimits(table, operations)).not.toThrow()
})

it('says which limit would limit nothing', () => {
  const demand = () =>
    demandKnownLimits({ createSesion: { address: share }, createSession: { session: share } }, operations)
  expect(demand).toThrow('RATE_LIMITS: there is no operation createSesion')
  expect(demand).toThrow('RATE_LIMITS: createSession has no session to count by')
})

import { listAgreements, type Ride, register, scanDevice, startRide } from '@trailpass/shared'
import { type Client, createClient } from './client.ts'
import type { Stack } from './stack.ts'

/** Somebody in WeChat whom nobody else in the test is. */
export async function createPerson({ simulator }: Stack): Promise<string> {
  return (await simulator<{ id: string }>('POST', '/_sim/users', { name: '骑行者' })).id
}

/** Such a person, registered, with the client's own api client. */
export async function createRider(stack: Stack): Promise<Client> {
  const client = createClient(stack, await createPerson(stack))
  await client.session.store.getState().start()
  const { agreements } = await client.api.call(listAgreements)
  await client.api.call(register, { agreements: agreements.map(({ id, version }) => ({ id, version })) })
  return client
}

/** Scans a bike and starts. */
export async function rideBike({ api }: Client, scene: string): Promise<Ride> {
  const { intentId } = await api.call(scanDevice, { scene })
  return api.call(startRide, { intentId })
}

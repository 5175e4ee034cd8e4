import { type ApiClient, createApiClient } from '@trailpass/client/api/api-client.ts'
import type { Transport } from '@trailpass/client/api/transport.ts'
import { createDeviceId } from '@trailpass/client/features/session/device-id.ts'
import { createLogin } from '@trailpass/client/features/session/login.ts'
import { createSessionRecords } from '@trailpass/client/features/session/session-record.ts'
import { createSession, type Session } from '@trailpass/client/features/session/session-store.ts'
import { defaultApps } from '@trailpass/simulator'
import { randomId } from './call-bff.ts'
import { fetchTransport } from './fetch-transport.ts'
import type { Stack } from './stack.ts'

export interface Client {
  api: ApiClient
  session: Session
  /** How often the platform was asked for a code. */
  readonly logins: number
  /** The record on the phone, as it stands. */
  readonly stored: ReadonlyMap<string, string>
}

/** The client's own api client and session, on sockets: all but its screens. */
export function createClient(
  { bff, codeFor }: Pick<Stack, 'bff' | 'codeFor'>,
  user: string,
  {
    transport = fetchTransport,
    stored = new Map<string, string>(),
    now = Date.now,
  }: { transport?: Transport; stored?: Map<string, string>; now?: () => number } = {},
): Client {
  let logins = 0
  const storage = {
    read: (key: string) => stored.get(key),
    write: (key: string, text: string) => void stored.set(key, text),
    remove: (key: string) => void stored.delete(key),
  }
  const credentials = {
    obtain() {
      logins += 1
      return codeFor(user)
    },
    isSessionKeyAlive: async () => true,
  }
  const api = createApiClient({
    transport,
    baseUrl: bff.url,
    session: () => session.access,
  })
  const login = createLogin({
    api,
    credentials,
    randomId: async () => randomId(),
    deviceId: createDeviceId(storage, async () => randomId()),
    app: { platform: 'weapp', appId: defaultApps.weapp.appId },
    entry: () => ({ kind: 'direct' }),
    delay: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    now,
  })
  const session: Session = createSession({
    api,
    login,
    credentials,
    records: createSessionRecords(storage),
    mode: 'bearer',
    now,
  })
  return {
    api,
    session,
    get logins() {
      return logins
    },
    stored,
  }
}

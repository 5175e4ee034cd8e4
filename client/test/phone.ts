import { createApiClient } from '../src/api/api-client'
import { createDeviceId } from '../src/features/session/device-id'
import { createLogin } from '../src/features/session/login'
import { createSessionRecords } from '../src/features/session/session-record'
import { createSession, type Session } from '../src/features/session/session-store'
import type { LoginCredentials } from '../src/platform/login-credential/types'
import type { KeyValueStorage } from '../src/platform/storage/types'
import { withCookieJar } from './cookie-jar'
import type { FakeBff } from './fake-bff'

export function createMemoryStorage(): KeyValueStorage & { texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    read: (key) => texts.get(key),
    write: (key, text) => void texts.set(key, text),
    remove: (key) => void texts.delete(key),
  }
}

/** One way of the session store to a session, by as many codes as it took. */
export interface Flight {
  codes: number
  isRunning: boolean
}

export type Phone = ReturnType<typeof createPhone>

/** A phone whose storage outlives its cold starts; with `cookie` a browser, of which each cold start is a tab. */
export function createPhone(bff: FakeBff, mode: 'bearer' | 'cookie' = 'bearer') {
  const storage = createMemoryStorage()
  const transport = mode === 'cookie' ? withCookieJar(bff) : bff
  let codes = 0
  const phone = {
    storage,
    nowMs: 0,
    wxLogins: 0,
    checks: 0,
    sessionKeyAlive: true,
    hasCode: false,
    pauses: [] as number[],
    flights: [] as Flight[],
    /** What `wx.login` does; counts by itself. */
    async obtain() {
      codes += 1
      return `code-${codes}`
    },

    coldStart() {
      let random = 0
      const randomId = async () => {
        random += 1
        return `${codes}-${random}-${'r'.repeat(22)}`
      }
      const credentials: LoginCredentials = {
        obtain: () => {
          phone.wxLogins += 1
          return phone.obtain()
        },
        hasCode: () => phone.hasCode,
        isSessionKeyAlive: async () => {
          phone.checks += 1
          return phone.sessionKeyAlive
        },
      }
      const api = createApiClient({
        transport,
        baseUrl: '',
        session: () => session.access,
      })
      const login = createLogin({
        api,
        credentials: {
          ...credentials,
          obtain(request) {
            const flight = phone.flights.at(-1)
            if (flight) flight.codes += 1
            return credentials.obtain(request)
          },
        },
        randomId,
        deviceId: createDeviceId(storage, randomId),
        app: { platform: 'weapp' as const, appId: 'wx1' },
        entry: () => ({ kind: 'direct' as const }),
        delay: async (ms: number) => void phone.pauses.push(ms),
        now: () => phone.nowMs,
      })
      const session: Session = createSession({
        api,
        login: {
          ...login,
          async byCode(options) {
            const flight = { codes: 0, isRunning: true }
            phone.flights.push(flight)
            return login.byCode(options).finally(() => {
              flight.isRunning = false
            })
          },
        },
        credentials,
        records: createSessionRecords(storage),
        mode,
        now: () => phone.nowMs,
      })
      return { api, ...session, state: session.store.getState }
    },
  }
  return phone
}

/** Alice is registered, and her phone remembers her. */
export async function rememberAlice(bff: FakeBff, phone: Phone): Promise<string> {
  const { state } = phone.coldStart()
  await state().start()
  const userId = state().user?.userId ?? ''
  state().setUser(bff.register(userId, '小林'))
  bff.log.length = 0
  phone.wxLogins = 0
  return userId
}

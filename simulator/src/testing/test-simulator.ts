import { onTestFinished } from 'vitest'
import { startSimulator } from '../server.ts'
import { defaultApps } from '../state/seed.ts'
import type { WorldOptions } from '../state/world.ts'

type Fields = Record<string, unknown>
type Answer = Record<string, unknown>

const startedAt = Date.UTC(2026, 5, 1)

/** A simulator on a free port whose clock stands still, and short ways to ask it. Ends with its test. */
export async function startTestSimulator(options: WorldOptions = {}) {
  const simulator = await startSimulator({ clock: { now: () => startedAt }, ...options })
  onTestFinished(() => simulator.close())

  const fetchPath = (path: string, init?: RequestInit) =>
    fetch(`${simulator.url}${path}`, { redirect: 'manual', ...init })
  const get = async (path: string, query: Record<string, string> = {}): Promise<Answer> =>
    (await fetchPath(`${path}?${new URLSearchParams(query)}`)).json() as Promise<Answer>
  const post = async (path: string, body: Fields = {}): Promise<Answer> =>
    (await fetchPath(path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<Answer>

  const { weapp } = defaultApps
  const login = async (user = 'alice'): Promise<string> => String((await post('/_sim/login', { user })).code)
  const exchange = (code: string, changes: Record<string, string> = {}) =>
    get('/sns/jscode2session', {
      appid: weapp.appId,
      secret: weapp.secret,
      js_code: code,
      grant_type: 'authorization_code',
      ...changes,
    })

  return {
    ...simulator,
    fetchPath,
    get,
    post,
    login,
    exchange,
    fail: (fault: Fields) => post('/_sim/faults', fault),
    signIn: async (user = 'alice') => exchange(await login(user)),
    accessToken: async (force_refresh = false): Promise<string> => {
      const credentials = { grant_type: 'client_credential', appid: weapp.appId, secret: weapp.secret }
      return String((await post('/cgi-bin/stable_token', { ...credentials, force_refresh })).access_token)
    },
    advance: (ms: number) => simulator.world.clock.advance(ms),
  }
}

export const minutes = (count: number): number => count * 60_000

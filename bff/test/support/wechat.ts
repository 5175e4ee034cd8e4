import type { EncryptedPayload, PlatformProfileRequest } from '@trailpass/shared'
import { defaultApps, type SimulatorServer } from '@trailpass/simulator'
import { createApi } from './api.ts'

interface SimulatedPerson {
  id: string
  openids: Record<string, string>
  unionids: Record<string, string>
}

interface UpstreamCall {
  path: string
  errcode: number | null
  fault: string | null
}

/** What so many requests meet, or every one from here on; `ok` is nothing. */
export interface FaultStep {
  mode: string
  count?: number
  delayMs?: number
  errcode?: number
  /** At Alipay, whose codes are words. */
  subCode?: string
  handled?: boolean
}

/** One fault, or a script of them: written down, or drawn from a seed. Without a path it is everywhere. */
export type Faults = { path?: string; repeat?: boolean } & (
  | FaultStep
  | { steps: FaultStep[] }
  | { seed: number; length: number; share: number; modes: readonly string[] }
)

/** What happens at WeChat's end and on the phone, by the simulator's own interface. */
export interface WeChat {
  /** What `wx.login` gives this person. */
  code(user?: string, appId?: string): Promise<string>
  /** What the web sign-in gives, with the consent that tells the unionid too. */
  webCode(user: string): Promise<string>
  phoneCode(user?: string): Promise<string>
  /** What `wx.getUserProfile` gives an old client; `anonymous` as it has been since. */
  userProfile(user?: string, options?: { anonymous?: boolean }): Promise<PlatformProfileRequest>
  /** Any profile, signed and sealed as WeChat does. */
  sealProfile(user: string, profile: object, hidden?: object): Promise<PlatformProfileRequest>
  weRun(user?: string): Promise<EncryptedPayload>
  addPerson(id: string, phone?: string): Promise<void>
  /** How WeChat calls this person in the mini program. */
  subject(user: string): Promise<{ openid: string; unionid: string }>
  /** Lasts until it is over or `recover` ends it; in the place of what that path met before. */
  fail(faults: Faults): Promise<void>
  recover(): Promise<void>
  /** The requests that reached WeChat, `/sns/…` of every app by default. */
  upstreamCalls(path?: string): Promise<UpstreamCall[]>
  /** Those of every platform. */
  allCalls(): Promise<UpstreamCall[]>
  forgetCalls(): Promise<void>
}

export function createWeChat({ url }: SimulatorServer): WeChat {
  const api = createApi(() => url)

  async function post<Body>(path: string, body: object): Promise<Body> {
    const answer = await api<Body>('POST', path, { body })
    if (answer.status >= 400) throw new Error(`simulator: POST ${path} answered ${answer.status}: ${answer.text}`)
    return answer.body
  }

  const allCalls = async () => (await api<UpstreamCall[]>('GET', '/_sim/requests')).body

  return {
    code: async (user = 'alice', appId = defaultApps.weapp.appId) =>
      (await post<{ code: string }>('/_sim/login', { user, appId })).code,
    webCode: async (user) =>
      (await post<{ code: string }>('/_sim/login', { user, appId: defaultApps.h5.appId, scope: 'snsapi_userinfo' }))
        .code,
    phoneCode: async (user = 'alice') => (await post<{ code: string }>('/_sim/phone-code', { user })).code,
    userProfile: async (user = 'alice', options) => {
      const { userInfo: _, ...payload } = await post<PlatformProfileRequest & { userInfo: object }>(
        '/_sim/user-profile',
        { user, ...options },
      )
      return payload
    },
    sealProfile: (user, data, hidden = {}) => post('/_sim/encrypt', { user, data, hidden }),
    weRun: (user = 'alice') => post('/_sim/werun', { user }),
    addPerson: (id, phone) => post('/_sim/users', { id, name: id, phone }),
    async subject(user) {
      const { body } = await api<SimulatedPerson[]>('GET', '/_sim/users')
      const person = body.find(({ id }) => id === user)
      const { appId } = defaultApps.weapp
      return { openid: person?.openids[appId] ?? '', unionid: person?.unionids[appId] ?? '' }
    },
    fail: (faults) => post('/_sim/faults', faults),
    recover: () => post('/_sim/faults', { mode: 'off' }),
    allCalls,
    forgetCalls: async () => void (await api('DELETE', '/_sim/requests')),
    upstreamCalls: async (path) =>
      (await allCalls()).filter((call) => (path === undefined ? call.path.startsWith('/sns/') : call.path === path)),
  }
}

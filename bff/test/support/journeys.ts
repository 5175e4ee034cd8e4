import { randomBytes } from 'node:crypto'
import type { LoginRequest, LoginResponse, RegistrationRequest, UserInfo } from '@trailpass/shared'
import { defaultApps } from '@trailpass/simulator'
import { agreements } from '../../src/domain/agreements.ts'
import type { Answer, Api } from './api.ts'
import type { WeChat } from './wechat.ts'

export const { weapp, h5, alipay, douyin } = defaultApps

/** A `deviceId` or `nonce` as a client makes it. */
export const randomId = () => randomBytes(24).toString('base64url')

export const agreedVersions = agreements.map(({ id, version }) => ({ id, version }))

export type SignedIn = LoginResponse & { token: string }

/** `user` asks the simulator for a code; any part of the request itself can be given instead. */
export type LoginChoice = Partial<LoginRequest> & { user?: string }

/** What people do, each step as the client's own requests. */
export interface Journeys {
  login(choice?: LoginChoice): Promise<Answer<LoginResponse>>
  /** A login that has to succeed. */
  signIn(choice?: LoginChoice): Promise<SignedIn>
  becomeGuest(deviceId?: string): Promise<SignedIn>
  /** Agrees to everything, unless `request` says otherwise. */
  register(token: string, request?: Partial<RegistrationRequest>): Promise<Answer<UserInfo>>
  userInfo(token: string): Promise<Answer<UserInfo>>
}

export function createJourneys(api: Api, wechat: Pick<WeChat, 'code'>): Journeys {
  async function login({ user, ...request }: LoginChoice = {}) {
    const code = request.code ?? (await wechat.code(user, request.appId))
    const made = { platform: 'weapp', appId: weapp.appId, nonce: randomId(), deviceId: randomId() }
    return api<LoginResponse>('POST', '/v1/session', { body: { ...made, ...request, code } })
  }
  return {
    login,
    signIn: async (choice) => succeed(await login(choice)),
    async becomeGuest(deviceId = randomId()) {
      const body = { platform: 'weapp', appId: weapp.appId, deviceId }
      return succeed(await api<LoginResponse>('POST', '/v1/session/guest', { body }))
    },
    register: (token, request) =>
      api('POST', '/v1/registration', { token, body: { agreements: agreedVersions, ...request } }),
    userInfo: (token) => api('GET', '/v1/userinfo', { token }),
  }
}

function succeed({ status, body, text }: Answer<LoginResponse>): SignedIn {
  if (status === 200 && body.token !== null) return { ...body, token: body.token }
  throw new Error(`the login was answered ${status}: ${text}`)
}

import {
  type AccountSummary,
  type AgreedVersion,
  bindPhone,
  decideJoin,
  deleteUserInfo,
  type Endpoint,
  endpointAt,
  endSession,
  exportUserInfo,
  getJoinOffer,
  giveConsents,
  type JoinOffer,
  listSessions,
  removePhone,
  type SignedInDevice,
  type UserExport,
  type UserInfo,
  withdrawConsent,
} from '@trailpass/shared'
import type { ApiClient } from '../../api/api-client'
import { ApiError } from '../../api/api-error'

export type { AccountSummary, JoinOffer, SignedInDevice }

/** What a person decides about their account. Everything rejects as the api client does. */
export interface AccountCalls {
  listDevices(): Promise<SignedInDevice[]>
  endDevice(id: string): Promise<void>
  bindPhone(code: string): Promise<UserInfo>
  removePhone(): Promise<UserInfo>
  /** To these, as the profile shows them. */
  agree(agreements: readonly AgreedVersion[]): Promise<UserInfo>
  /** One after the other; answers the user as the last one left them. */
  withdraw(agreementIds: readonly string[]): Promise<UserInfo | undefined>
  findJoinOffer(): Promise<JoinOffer | null>
  decideJoin(join: boolean): Promise<UserInfo>
  exportAll(): Promise<UserExport>
  erase(): Promise<void>
}

export function createAccountCalls({
  api,
  logInFresh,
}: {
  api: ApiClient
  /** Resolves whether there is a new session. */
  logInFresh(): Promise<boolean>
}): AccountCalls {
  /** Logs in anew when the server wants a login of late, and asks once more. */
  async function callFresh<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    ...body: Request extends void ? [] : [body: Request]
  ): Promise<Response> {
    const call = () => api.call(endpoint as Endpoint<unknown, Response>, body[0])
    try {
      return await call()
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === 'session.fresh_login_required'
      if (!isStale || !(await logInFresh())) throw error
      return call()
    }
  }

  return {
    listDevices: async () => (await api.call(listSessions)).sessions,
    endDevice: (id) => api.call(endpointAt(endSession, { id })),
    bindPhone: (code) => api.call(bindPhone, { code }),
    removePhone: () => api.call(removePhone),
    agree: (agreements) =>
      api.call(giveConsents, { agreements: agreements.map(({ id, version }) => ({ id, version })), screen: 'profile' }),
    async withdraw(agreementIds) {
      let user: UserInfo | undefined
      for (const agreement of agreementIds) user = await api.call(endpointAt(withdrawConsent, { agreement }))
      return user
    },
    findJoinOffer: async () => (await api.call(getJoinOffer)).offer,
    decideJoin: (join) => callFresh(decideJoin, { join }),
    exportAll: () => callFresh(exportUserInfo),
    erase: () => callFresh(deleteUserInfo),
  }
}

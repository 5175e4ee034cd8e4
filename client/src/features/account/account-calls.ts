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
  /** One after the other; keeps the user as the last one left them, also where the next one fails. */
  withdraw(agreementIds: readonly string[], keep: (user: UserInfo) => void): Promise<void>
  findJoinOffer(): Promise<JoinOffer | null>
  decideJoin(join: boolean): Promise<UserInfo>
  exportAll(): Promise<UserExport>
  erase(): Promise<void>
}

/** For whoever is on screen now: no login on the way makes a decision somebody else's. */
export function createAccountCalls({
  api,
  session,
  logInFresh,
}: {
  api: ApiClient
  session: { getState(): { user: Pick<UserInfo, 'userId'> | null } }
  /** Resolves whether there is a new session. */
  logInFresh(): Promise<boolean>
}): AccountCalls {
  const as = session.getState().user?.userId ?? null

  function call<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    ...body: Request extends void ? [] : [body: Request]
  ): Promise<Response> {
    return api.call(endpoint as Endpoint<unknown, Response>, body[0], { as })
  }

  /** Logs in anew when the server wants a login of late, and asks once more. */
  async function callFresh<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    ...body: Request extends void ? [] : [body: Request]
  ): Promise<Response> {
    try {
      return await call(endpoint, ...body)
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === 'session.fresh_login_required'
      if (!isStale || !(await logInFresh())) throw error
      return call(endpoint, ...body)
    }
  }

  return {
    listDevices: async () => (await call(listSessions)).sessions,
    endDevice: (id) => call(endpointAt(endSession, { id })),
    bindPhone: (code) => call(bindPhone, { code }),
    removePhone: () => call(removePhone),
    agree: (agreements) =>
      call(giveConsents, { agreements: agreements.map(({ id, version }) => ({ id, version })), screen: 'profile' }),
    async withdraw(agreementIds, keep) {
      let user: UserInfo | undefined
      try {
        for (const agreement of agreementIds) user = await call(endpointAt(withdrawConsent, { agreement }))
      } finally {
        if (user) keep(user)
      }
    },
    findJoinOffer: async () => (await call(getJoinOffer)).offer,
    decideJoin: (join) => callFresh(decideJoin, { join }),
    exportAll: () => callFresh(exportUserInfo),
    erase: () => callFresh(deleteUserInfo),
  }
}

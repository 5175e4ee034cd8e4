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

/** Account operations. All reject as the API client does. */
export interface AccountCalls {
  listDevices(): Promise<SignedInDevice[]>
  endDevice(id: string): Promise<void>
  bindPhone(code: string): Promise<UserInfo>
  removePhone(): Promise<UserInfo>
  /** Accepts these agreements, as shown in the profile. */
  agree(agreements: readonly AgreedVersion[]): Promise<UserInfo>
  /** Sequentially; passes the user to `keep` after each withdrawal, so that a later failure loses nothing. */
  withdraw(agreementIds: readonly string[], keep: (user: UserInfo) => void): Promise<void>
  findJoinOffer(): Promise<JoinOffer | null>
  decideJoin(join: boolean): Promise<UserInfo>
  exportAll(): Promise<UserExport>
  erase(): Promise<void>
}

/** Bound to the person on screen: a login in between must not apply the decision to another person. */
export function createAccountCalls({
  api,
  session,
  logInFresh,
  confirmLeaving,
}: {
  api: ApiClient
  session: { getState(): { user: Pick<UserInfo, 'userId'> | null } }
  /** Resolves to whether there is a new session. */
  logInFresh(): Promise<boolean>
  /** Where a login leaves the page and the action has to be repeated: asks whether to go. */
  confirmLeaving?: () => Promise<boolean>
}): AccountCalls {
  const as = session.getState().user?.userId ?? null

  function call<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    ...body: Request extends void ? [] : [body: Request]
  ): Promise<Response> {
    return api.call(endpoint as Endpoint<unknown, Response>, body[0], { as })
  }

  /** If the server requires a login, or a recent one, logs in again and repeats the call once. */
  async function callFresh<Request, Response>(
    endpoint: Endpoint<Request, Response>,
    ...body: Request extends void ? [] : [body: Request]
  ): Promise<Response> {
    try {
      return await call(endpoint, ...body)
    } catch (error) {
      const isStale =
        error instanceof ApiError && (error.status === 401 || error.code === 'session.fresh_login_required')
      if (!isStale || session.getState().user?.userId !== as) throw error
      if (confirmLeaving && !(await confirmLeaving())) throw error
      if (!(await logInFresh())) throw error
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

import {
  type Agreement,
  deleteSession,
  type EntryKind,
  getUserInfo,
  normalizeNickname,
  redeemTicket,
  register,
  type UserInfo,
} from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { ApiError } from '../../api/api-error'
import { type Fault, faultOf } from '../../lib/fault'

export interface WebRegistrationForm {
  nickname: string
  /** The agreements on screen, all accepted. */
  agreements: Agreement[]
  /** What led to this registration. */
  entry: EntryKind
}

export interface WebRegistrationState {
  /** `closed`: the ticket is used or its session over; only the mini program can create another. */
  phase: 'opening' | 'form' | 'done' | 'closed'
  fault: Fault
  submitting: boolean
  /** Redeems a ticket; without one (after a reload) continues the session of an earlier one. */
  open(ticket: string | null): Promise<void>
  /** Resolves whether the person is registered. */
  submit(form: WebRegistrationForm): Promise<boolean>
}

export type WebRegistrationStore = StoreApi<WebRegistrationState>

/** Registers the ticket's person. `api` uses only the ticket's session. */
export function createWebRegistrationStore(api: ApiClient): WebRegistrationStore {
  return createStore<WebRegistrationState>()((set, get) => {
    /** Session errors close the page; other errors can be retried. */
    function fail(error: unknown): void {
      const over = error instanceof ApiError && error.status === 401
      set(over ? { phase: 'closed', fault: null } : { fault: faultOf(error) })
    }

    async function finish({ registered }: UserInfo): Promise<void> {
      set({ phase: registered ? 'done' : 'form' })
      // The ticket's session is no longer needed.
      if (registered) await api.call(deleteSession).catch(() => {})
    }

    return {
      phase: 'opening',
      fault: null,
      submitting: false,

      async open(ticket) {
        set({ fault: null })
        try {
          const user = ticket === null ? await api.call(getUserInfo) : (await api.call(redeemTicket, { ticket })).user
          await finish(user)
        } catch (error) {
          fail(error)
        }
      },

      async submit({ nickname, agreements, entry }) {
        if (get().submitting) return false
        set({ submitting: true, fault: null })
        try {
          const chosen = normalizeNickname(nickname)
          const user = await api.call(register, {
            agreements: agreements.map(({ id, version }) => ({ id, version })),
            screen: 'web-registration',
            entry: { kind: entry },
            ...(chosen !== null && { nickname: chosen }),
          })
          await finish(user)
        } catch (error) {
          fail(error)
        }
        set({ submitting: false })
        return get().phase === 'done'
      },
    }
  })
}

import {
  type Agreement,
  type AgreementLanguage,
  avatarField,
  createTicket,
  type Entry,
  endpointAt,
  listAgreements,
  normalizeNickname,
  type RegistrationRequest,
  register,
  type UserInfo,
  uploadAvatar,
} from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { ApiError } from '../../api/api-error'
import { type Fault, faultOf } from '../../lib/fault'

export interface RegistrationForm {
  nickname: string
  /** The path from the platform's picker. */
  avatarPath: string | null
  /** From the platform's phone button. */
  phoneCode?: string
}

export interface RegistrationState {
  /** `null` until they are loaded. */
  agreements: Agreement[] | null
  status: 'idle' | 'loading' | 'error'
  submitting: boolean
  fault: Fault
  loadAgreements(): Promise<void>
  /**
   * Registers with the agreements on screen, then uploads the avatar. A failed avatar or phone number does not undo the
   * registration (faults `avatar.not_saved`, `phone.not_saved`). Resolves to whether the person is registered.
   */
  submit(form: RegistrationForm): Promise<boolean>
  /** The web registration link of this person, single-use and valid for a minute; `null` if it could not be created. */
  openOnWeb(): Promise<string | null>
}

export type RegistrationStore = StoreApi<RegistrationState>

export interface RegistrationDependencies {
  api: ApiClient
  entry: () => Entry
  language: () => AgreementLanguage
  /** `refused`: the server reports that the session has none after all. */
  ensureIdentity: (options: { refused: boolean }) => Promise<boolean>
  /** Why the session has no identity. */
  sessionFault: () => Fault
  setUser: (user: UserInfo) => void
}

export function createRegistrationStore(dependencies: RegistrationDependencies): RegistrationStore {
  const { api, entry, language, ensureIdentity, sessionFault, setUser } = dependencies

  return createStore<RegistrationState>()((set, get) => {
    const fail = (fault: Fault) => {
      set({ status: 'error', fault })
      return false
    }

    return {
      agreements: null,
      status: 'idle',
      submitting: false,
      fault: null,

      async loadAgreements() {
        set({ status: 'loading', fault: null })
        try {
          await fetchAgreements()
          set({ status: 'idle' })
        } catch (error) {
          fail(faultOf(error))
        }
      },

      async submit(form) {
        const { agreements, submitting } = get()
        if (agreements === null || submitting) return false
        set({ status: 'idle', submitting: true, fault: null })
        const registered = await send(agreements, form)
        set({ submitting: false })
        return registered
      },

      async openOnWeb() {
        set({ status: 'loading', fault: null })
        try {
          const ticket = await asIdentified(() => api.call(createTicket))
          if (ticket === undefined) fail(sessionFault() ?? 'session.identity_required')
          else set({ status: 'idle' })
          return ticket?.url ?? null
        } catch (error) {
          fail(faultOf(error))
          return null
        }
      },
    }

    async function send(agreements: Agreement[], form: RegistrationForm): Promise<boolean> {
      const { nickname, avatarPath, phoneCode } = form
      try {
        const chosen = normalizeNickname(nickname)
        const request: RegistrationRequest = {
          agreements: agreements.map(({ id, version }) => ({ id, version })),
          screen: 'registration',
          entry: entry(),
          ...(chosen !== null && { nickname: chosen }),
          ...(phoneCode !== undefined && { phoneCode }),
        }
        const user = await asIdentified(() => api.call(register, request))
        if (user === undefined) return fail(sessionFault() ?? 'session.identity_required')
        setUser(user)
        if (phoneCode !== undefined && user.phoneMasked === null) set({ fault: 'phone.not_saved' })
      } catch (error) {
        const fault = faultOf(error)
        // The texts changed while the form was open: the person must see the current ones.
        if (fault === 'registration.agreement_required') await fetchAgreements().catch(() => {})
        return fail(fault)
      }
      if (avatarPath !== null) await saveAvatar(avatarPath)
      return true
    }

    /** `undefined` if no platform identifies the person. */
    async function asIdentified<Answer>(call: () => Promise<Answer>): Promise<Answer | undefined> {
      if (!(await ensureIdentity({ refused: false }))) return undefined
      try {
        return await call()
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 'session.identity_required')) throw error
      }
      return (await ensureIdentity({ refused: true })) ? call() : undefined
    }

    async function fetchAgreements(): Promise<void> {
      const inLanguage = endpointAt(listAgreements, {}, { language: language() })
      const { agreements } = await api.call(inLanguage, undefined, { token: null })
      set({ agreements })
    }

    async function saveAvatar(path: string): Promise<void> {
      try {
        setUser(await api.upload(uploadAvatar, avatarField, path))
      } catch {
        set({ fault: 'avatar.not_saved' })
      }
    }
  })
}

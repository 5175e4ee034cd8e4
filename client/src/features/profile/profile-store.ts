import {
  avatarField,
  normalizeNickname,
  renewRiderId,
  type UserInfo,
  updateUserInfo,
  uploadAvatar,
} from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { type Fault, faultOf } from '../../lib/fault'

export interface ProfileState {
  status: 'idle' | 'saving' | 'error'
  fault: Fault
  forgetFault(): void
  /** Resolves whether it was saved; an empty one shows the default name. */
  saveNickname(text: string): Promise<boolean>
  saveAvatar(path: string): Promise<boolean>
  /** Shows the person in rankings or not. Resolves `null`, or why it stays as it was. */
  setRanked(ranked: boolean): Promise<Fault>
  /** Resolves `null`, or why the rider id stays. */
  renewRiderId(): Promise<Fault>
}

export type ProfileStore = StoreApi<ProfileState>

export interface ProfileDependencies {
  api: ApiClient
  setUser: (user: UserInfo) => void
}

export function createProfileStore({ api, setUser }: ProfileDependencies): ProfileStore {
  return createStore<ProfileState>()((set) => {
    async function save(change: () => Promise<UserInfo>): Promise<boolean> {
      set({ status: 'saving', fault: null })
      try {
        setUser(await change())
        set({ status: 'idle' })
        return true
      } catch (error) {
        set({ status: 'error', fault: faultOf(error) })
        return false
      }
    }

    async function ask(change: () => Promise<UserInfo>): Promise<Fault> {
      try {
        setUser(await change())
        return null
      } catch (error) {
        return faultOf(error)
      }
    }

    return {
      status: 'idle',
      fault: null,
      forgetFault: () => set({ fault: null }),
      saveNickname: (text) => save(() => api.call(updateUserInfo, { nickname: normalizeNickname(text) })),
      saveAvatar: (path) => save(() => api.upload(uploadAvatar, avatarField, path)),
      setRanked: (ranked) => ask(() => api.call(updateUserInfo, { ranked })),
      renewRiderId: () => ask(() => api.call(renewRiderId)),
    }
  })
}

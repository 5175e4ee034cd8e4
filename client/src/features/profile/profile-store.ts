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
  /** Resolves to whether it was saved; an empty nickname shows the default name. */
  saveNickname(text: string): Promise<boolean>
  saveAvatar(path: string): Promise<boolean>
  /** Sets the visibility in rankings. Resolves to `null`, or to the error. */
  setRanked(ranked: boolean): Promise<Fault>
  /** Resolves to `null`, or to the error. */
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

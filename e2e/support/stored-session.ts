import type { UserInfo } from '@trailpass/shared'
import type { WxStorage } from '@trailpass/simulator/hosts/node'

/** What the mini program keeps of its session on the phone. */
export interface StoredSession {
  kind: 'session' | 'signed-out'
  token: string
  identified: boolean
  user: UserInfo
}

export function readStoredSession(storage: WxStorage): StoredSession | undefined {
  const text = storage.get('trailpass.session')
  return text === undefined ? undefined : JSON.parse(String(text)).record
}

import type { ConsentRequest, JoinOfferAnswer, SignedInDeviceList, UserExport, UserInfo } from '@trailpass/shared'
import type { Stack } from './stack.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** What people do with their account, each step as the client's own request. */
export function createAccounts({ api }: Pick<Stack, 'api'>) {
  return {
    bindPhone: (token: string, code: string) => api<UserInfo>('POST', '/v1/userinfo/phone', { token, body: { code } }),
    removePhone: (token: string) => api<UserInfo>('DELETE', '/v1/userinfo/phone', { token }),
    rename: (token: string, nickname: string) => api<UserInfo>('PATCH', '/v1/userinfo', { token, body: { nickname } }),
    saveAvatar(token: string) {
      const body = new FormData()
      body.set('avatar', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'face.png')
      return api<UserInfo>('POST', '/v1/userinfo/avatar', { token, body })
    },
    agree: (token: string, body: ConsentRequest) => api<UserInfo>('POST', '/v1/userinfo/consents', { token, body }),
    withdraw: (token: string, agreement: string) =>
      api<UserInfo>('DELETE', `/v1/userinfo/consents/${agreement}`, { token }),
    joinOffer: (token: string) => api<JoinOfferAnswer>('GET', '/v1/userinfo/join', { token }),
    decideJoin: (token: string, join: boolean) => api<UserInfo>('POST', '/v1/userinfo/join', { token, body: { join } }),
    exportAll: (token: string) => api<UserExport>('GET', '/v1/userinfo/export', { token }),
    erase: (token: string) => api('DELETE', '/v1/userinfo', { token }),
    devices: (token: string) => api<SignedInDeviceList>('GET', '/v1/sessions', { token }),
    endDevice: (token: string, id: string) => api('DELETE', `/v1/sessions/${id}`, { token }),
    signOut: (token: string) => api('DELETE', '/v1/session', { token }),
  }
}

import type { ContentVerdict } from '../domain/content.ts'

/** What of a person a platform can take back. */
export const belongings = ['nickname', 'avatar', 'phone', 'steps'] as const
export type Belonging = (typeof belongings)[number]

export type Notice =
  /** `verdict` is `null` when the picture could not be looked at. */
  | { kind: 'verdict'; traceId: string; verdict: ContentVerdict | null }
  | { kind: 'revoked'; subject: string; belongings: readonly Belonging[] }
  /** The platform has cleared a risky profile of its own. */
  | { kind: 'profile-cleared'; subject: string }
  | { kind: 'account-cancelled'; subject: string }
  /** Nothing that concerns this server. */
  | { kind: 'other' }

export interface PushRequest {
  query: Readonly<Record<string, string>>
  body: Buffer
}

export interface ReceivedPush {
  /** Signed by the platform; a nonce belongs to one message. */
  sentAt: Date
  nonce: string
  /** The same for each try of one message. */
  messageId: string
  notice: Notice
}

/** How a platform tells the server of one app what happened, and proves to be the platform. */
export interface PushChannel {
  /** What the platform asks to hear back when the address is entered. Throws `push.rejected`. */
  greet(query: PushRequest['query']): { sentAt: Date; echo: string }
  /** Throws `push.rejected` unless the platform signed it, `request.invalid` for what cannot be read. */
  read(request: PushRequest): Promise<ReceivedPush>
}

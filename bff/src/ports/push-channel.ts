import type { ContentVerdict } from '../domain/content.ts'

/** The authorisations that a platform can withdraw. */
export const belongings = ['nickname', 'avatar', 'phone', 'steps'] as const
export type Belonging = (typeof belongings)[number]

export type Notice =
  /** `verdict` is `null` if the picture could not be checked. */
  | { kind: 'verdict'; traceId: string; verdict: ContentVerdict | null }
  | { kind: 'revoked'; subject: string; belongings: readonly Belonging[] }
  /** The platform has cleared a risky profile of its own. */
  | { kind: 'profile-cleared'; subject: string }
  | { kind: 'account-cancelled'; subject: string }
  /** An event that is irrelevant here. */
  | { kind: 'other' }

export interface PushRequest {
  query: Readonly<Record<string, string>>
  body: Buffer
}

export interface ReceivedPush {
  /** Signed by the platform; a nonce is bound to one message. */
  sentAt: Date
  nonce: string
  /** Identifies a message across retries. */
  messageId: string
  notice: Notice
}

/** Authenticates and parses the pushes of a platform for one app. */
export interface PushChannel {
  /** The handshake response. Throws `push.rejected`. */
  greet(query: PushRequest['query']): { sentAt: Date; echo: string }
  /** Throws `push.rejected` unless the platform signed it, `request.invalid` for what cannot be read. */
  read(request: PushRequest): Promise<ReceivedPush>
}

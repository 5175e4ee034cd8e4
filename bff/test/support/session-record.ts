import type { SessionRecord } from '../../src/domain/session.ts'

/** The session of `p1` in WeChat, with a platform identity behind it, made at this moment. */
export const sessionRecord = (at: Date, changes: Partial<SessionRecord> = {}): SessionRecord => ({
  tokenHash: 't1',
  personId: 'p1',
  platform: 'weapp',
  appId: 'wx1',
  deviceHash: 'd1',
  identified: true,
  model: null,
  createdAt: at,
  lastSeenAt: at,
  scope: 'full',
  parentHash: null,
  ...changes,
})

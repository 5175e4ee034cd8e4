/** The state of one app's access token, whichever process fetched it. */
export interface AccessTokenRecord {
  platform: string
  appId: string
  token: { sealed: string; fetchedAt: Date; expiresAt: Date } | null
  /** The end of the lease of a process that is fetching; after that it is considered dead. */
  leaseUntil: Date | null
  /** Times of forced refreshes, latest last; those that no longer count are dropped. */
  forcedAt: readonly Date[]
}

const dayMs = 86_400_000
const pauseMs = 30_000
/** WeChat allows 20 a day. Counting any 24 hours is safe wherever WeChat's day begins. */
const forcedPerDay = 20

/**
 * The history including a refresh forced now, or `undefined` if the platform's quota is exhausted: 20 a day, 30 seconds
 * apart (https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/api_getstableaccesstoken).
 */
export function forceRefresh(forcedAt: readonly Date[], now: Date): Date[] | undefined {
  const counted = forcedAt.filter((at) => now.getTime() - at.getTime() < dayMs)
  const last = counted.at(-1)
  if (counted.length >= forcedPerDay || (last && now.getTime() - last.getTime() < pauseMs)) return undefined
  return [...counted, now]
}

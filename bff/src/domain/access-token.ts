/** What is known of one app's access token, whichever process fetched it. */
export interface AccessTokenRecord {
  platform: string
  appId: string
  token: { sealed: string; fetchedAt: Date; expiresAt: Date } | null
  /** A process is fetching until then, or has died meanwhile. */
  leaseUntil: Date | null
  /** When refreshes were forced, the latest last; those that no longer count are left out. */
  forcedAt: readonly Date[]
}

const dayMs = 86_400_000
const pauseMs = 30_000
/** WeChat allows 20 a day; counted over any 24 hours it holds wherever the day begins. */
const forcedPerDay = 20

/**
 * The history with a refresh forced now, or `undefined` when the platform's quota has none left: 20 a day, 30 seconds
 * apart (https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-access-token/api_getstableaccesstoken).
 */
export function forceRefresh(forcedAt: readonly Date[], now: Date): Date[] | undefined {
  const counted = forcedAt.filter((at) => now.getTime() - at.getTime() < dayMs)
  const last = counted.at(-1)
  if (counted.length >= forcedPerDay || (last && now.getTime() - last.getTime() < pauseMs)) return undefined
  return [...counted, now]
}

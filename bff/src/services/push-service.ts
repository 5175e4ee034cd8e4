import type { Platform } from '@trailpass/shared'
import { AppError } from '../domain/app-error.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { Notice, PushChannel, PushRequest, ReceivedPush } from '../ports/push-channel.ts'
import type { PushReceiptStore } from '../ports/push-receipt-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { ContentReviewService } from './content-review-service.ts'
import type { TokenService } from './token-service.ts'
import type { WithdrawalService } from './withdrawal-service.ts'

/** Maximum difference between a signature's time and ours; beyond it the push is treated as a replay. */
const windowMs = 5 * 60_000

export interface PushService {
  /** The handshake response for the platform. Throws as `receive` does. */
  greet(platform: Platform, appId: string, query: PushRequest['query']): Promise<string>
  /**
   * Processes a push once per message. Throws `request.not_found` for an app without push, `push.rejected`,
   * `request.invalid`.
   */
  receive(platform: Platform, appId: string, request: PushRequest): Promise<void>
}

export function createPushService(deps: {
  store: Store
  apps: AppDirectory
  pushReceipts: PushReceiptStore
  contentReviews: ContentReviewService
  withdrawals: WithdrawalService
  tokens: TokenService
  clock: Clock
  log: Log
}): PushService {
  const { store, apps, pushReceipts, contentReviews, withdrawals, tokens, clock, log } = deps

  async function demandChannel(platform: Platform, appId: string): Promise<PushChannel> {
    const channel = (await apps.find(platform, appId))?.pushChannel
    if (!channel) throw new AppError('request.not_found')
    return channel
  }

  function checkTime(sentAt: Date): void {
    const isRecent = Math.abs(clock.now().getTime() - sentAt.getTime()) <= windowMs
    if (isRecent) return
    log.warn({ event: 'push.rejected', reason: 'timestamp' }, 'a push with an invalid timestamp: check the clock')
    throw new AppError('push.rejected')
  }

  /** True if the message has been processed. A nonce is bound to the first message it came with. */
  function* isKnown(appId: string, { nonce, messageId }: ReceivedPush): Unit<boolean> {
    const receipt = {
      appId,
      nonceHash: tokens.hashPush(nonce),
      messageHash: tokens.hashPush(messageId),
      receivedAt: clock.now(),
    }
    if (!(yield* pushReceipts.insert(receipt))) {
      const first = yield* pushReceipts.find(appId, receipt.nonceHash)
      if (first?.messageHash !== receipt.messageHash) throw new AppError('push.rejected')
    }
    return yield* pushReceipts.isSettled(receipt)
  }

  async function act(platform: Platform, appId: string, notice: Notice): Promise<void> {
    if (notice.kind === 'other') return
    if (notice.kind === 'verdict') return contentReviews.applyVerdict(notice.traceId, notice.verdict)
    const key = { platform, appId, subject: notice.subject }
    log.info({ event: `push.${notice.kind}`, appId }, 'the platform pushed an event about a person')
    if (notice.kind === 'revoked') return withdrawals.withdraw(key, notice.belongings)
    if (notice.kind === 'profile-cleared') return withdrawals.doubtProfile(key)
    return withdrawals.eraseAccount(key)
  }

  return {
    async greet(platform, appId, query) {
      const { sentAt, echo } = (await demandChannel(platform, appId)).greet(query)
      checkTime(sentAt)
      return echo
    },
    async receive(platform, appId, request) {
      const channel = await demandChannel(platform, appId)
      const received = await channel.read(request)
      checkTime(received.sentAt)
      if (await store.write(() => isKnown(appId, received))) return
      // Recorded after processing: if the process dies in between, the retry processes it again, and every action is
      // idempotent.
      await act(platform, appId, received.notice)
      await store.write(() => pushReceipts.settle({ appId, messageHash: tokens.hashPush(received.messageId) }))
    },
  }
}

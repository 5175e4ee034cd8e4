import { isDeepStrictEqual } from 'node:util'
import { type ContentVerdict, type PendingContent, verdictWithinMs } from '../domain/content.ts'
import type { Clock } from '../ports/clock.ts'
import type { Log } from '../ports/log.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import type { ContentJudge } from './content-judge.ts'
import type { ProfileContent } from './profile-content.ts'

/** Repeated reads of the same page trigger at most one check in this time. */
const visitPauseMs = 60_000

/** How many pending values are checked per sweep. */
const batchSize = 100

/** Obtains verdicts for pending content. */
export interface ContentReviewService {
  /** Checks this person's pending content, except what already has a verdict. */
  review(personId: string): Promise<void>
  /** The same in the background, on a visit, because the platform only checks content of recent visitors. */
  noticeVisit(personId: string): void
  /** Checks everybody's content that could not be checked earlier. */
  reviewDue(): Promise<void>
  /** Starts no more checks; resolves when those in the background have finished. */
  stop(): Promise<void>
  /** Applies a verdict that arrives later; `null` if the platform could not judge. Idempotent. */
  applyVerdict(traceId: string, verdict: ContentVerdict | null): Promise<void>
}

export function createContentReviewService(deps: {
  store: Store
  people: PersonStore
  pendingContent: PendingContentStore
  profileContent: ProfileContent
  judge: ContentJudge
  avatarBin: AvatarBin
  product: Product
  clock: Clock
  log: Log
}): ContentReviewService {
  const { store, people, pendingContent, profileContent, judge, avatarBin, product, clock, log } = deps
  const reviews = new Map<string, Promise<void>>()
  const visits = new Set<Promise<void>>()
  let isStopped = false
  const isDue = ({ standing }: PendingContent) => standing === 'unchecked' || standing === 'unvisited'

  /** Runs only if the value is still the one that was checked. */
  function* ifUnchanged(
    { personId, field, value }: PendingContent,
    then: (content: PendingContent) => Unit<void>,
  ): Unit<void> {
    yield* people.lock(personId)
    const content = (yield* pendingContent.list(personId)).find((candidate) => candidate.field === field)
    if (content?.value === value) yield* then(content)
  }

  async function settle(asked: PendingContent, verdict: ContentVerdict): Promise<void> {
    await store.write(() => ifUnchanged(asked, (content) => profileContent.settle(content, verdict)))
    await avatarBin.empty()
    product.forgetOverview()
  }

  /** Prevents concurrent callers from checking the same content twice. */
  function reviewOne(content: PendingContent): Promise<void> {
    const name = `${content.personId} ${content.field}`
    const running = reviews.get(name)
    if (running) return running
    const started = askAndKeep(content).finally(() => reviews.delete(name))
    reviews.set(name, started)
    return started
  }

  async function askAndKeep(listed: PendingContent): Promise<void> {
    const { personId, field, value } = listed
    const pending = await store.read(() => pendingContent.list(personId))
    const content = pending.find((candidate) => candidate.field === field)
    if (!content || !isDeepStrictEqual(content, listed)) return
    if (field === 'nickname') {
      const outcome = await judge.judge(personId, value)
      if (outcome === 'pass' || outcome === 'review' || outcome === 'risky') return settle(content, outcome)
      return put(content, { standing: outcome, traceId: null })
    }
    const outcome = await judge.judgeAvatar(personId, value)
    return outcome === 'pass' ? settle(content, outcome) : put(content, outcome)
  }

  const put = (asked: PendingContent, changes: Pick<PendingContent, 'standing' | 'traceId'>): Promise<void> =>
    store.write(() =>
      ifUnchanged(asked, (content) => pendingContent.upsert({ ...content, ...changes, changedAt: clock.now() })),
    )

  async function reviewEach(contents: readonly PendingContent[]): Promise<void> {
    for (const content of contents) {
      if (isStopped) return
      await reviewOne(content)
    }
  }

  async function review(personId: string, isWanted = (_: PendingContent) => true): Promise<void> {
    const pending = await store.read(() => pendingContent.list(personId))
    await reviewEach(pending.filter((content) => isDue(content) && isWanted(content)))
  }

  return {
    review: (personId) => review(personId),
    noticeVisit(personId) {
      const changedBefore = clock.now().getTime() - visitPauseMs
      const visit = review(personId, ({ changedAt }) => changedAt.getTime() <= changedBefore)
        .catch((err) => log.warn({ err }, 'review failed'))
        .finally(() => visits.delete(visit))
      visits.add(visit)
    },
    async stop() {
      isStopped = true
      await Promise.all(visits)
    },
    async reviewDue() {
      const askedBefore = new Date(clock.now().getTime() - verdictWithinMs)
      const due = await store.read(() => pendingContent.listDue({ askedBefore, limit: batchSize }))
      await reviewEach(due)
    },
    async applyVerdict(traceId, verdict) {
      const content = await store.read(() => pendingContent.findByTrace(traceId))
      if (!content) return
      if (verdict === null) await put(content, { standing: 'unchecked', traceId: null })
      else await settle(content, verdict)
    },
  }
}

import type { ContentField, PendingContent } from '../domain/content.ts'
import type { Unit } from './unit.ts'

/** Stores pending content: one value per person and field. */
export interface PendingContentStore {
  upsert(content: PendingContent): Unit<void>
  list(personId: string): Unit<PendingContent[]>
  findByTrace(traceId: string): Unit<PendingContent | undefined>
  /** Idempotent. */
  remove(personId: string, field: ContentField): Unit<void>
  /** Content that waits for human review (`review`). Oldest first. */
  listForReview(): Unit<PendingContent[]>
  /**
   * Content that can be checked at any time: unchecked, or with a check so old that no verdict will come. Oldest first.
   */
  listDue(limits: { askedBefore: Date; limit: number }): Unit<PendingContent[]>
}

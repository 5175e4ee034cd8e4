import type { ContentField, PendingContent } from '../domain/content.ts'
import type { Unit } from './unit.ts'

/** Holds what people see of themselves and nobody else does: one value per person and field. */
export interface PendingContentStore {
  upsert(content: PendingContent): Unit<void>
  list(personId: string): Unit<PendingContent[]>
  findByTrace(traceId: string): Unit<PendingContent | undefined>
  /** Idempotent. */
  remove(personId: string, field: ContentField): Unit<void>
  /** What waits for human eyes (`review`). The oldest first. */
  listForReview(): Unit<PendingContent[]>
  /** What can be asked about at any time: unchecked, or asked so long ago that no verdict will come. The oldest first. */
  listDue(limits: { askedBefore: Date; limit: number }): Unit<PendingContent[]>
}

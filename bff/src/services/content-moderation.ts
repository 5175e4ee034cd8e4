import { createHash } from 'node:crypto'
import type { ContentField, PendingContent } from '../domain/content.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Product } from '../ports/product.ts'
import type { Store } from '../ports/store.ts'
import type { NoteAudit } from './audit.ts'
import type { AvatarBin } from './avatar-bin.ts'
import { avatarUrl } from './present-user.ts'
import type { ProfileContent } from './profile-content.ts'

export interface ContentForReview {
  /** Identifies this exact value: a different nickname or picture of the same person has a different id. */
  id: string
  field: ContentField
  /** The nickname, or the URL path of the picture. */
  value: string
  since: Date
}

/** Lets an operator decide about content that the platform left to human review. */
export interface ContentModeration {
  /** Oldest first. */
  list(): Promise<ContentForReview[]>
  /**
   * `pass` publishes the content, `refuse` drops it; both are recorded in the audit log. Resolves to what was decided,
   * or `undefined` if the content is no longer waiting.
   */
  decide(id: string, decision: 'pass' | 'refuse', actor: string): Promise<ContentForReview | undefined>
}

// The id stays in the audit log forever, where nothing may identify a person: the 80 random bits of a person id cannot
// be derived from it.
const idOf = ({ personId, field, value }: PendingContent): string =>
  createHash('sha256')
    .update(JSON.stringify([personId, field, value]))
    .digest('hex')
    .slice(0, 12)

const present = (content: PendingContent): ContentForReview => ({
  id: idOf(content),
  field: content.field,
  value: avatarUrl(content.field === 'avatar' ? content.value : null) ?? content.value,
  since: content.changedAt,
})

export function createContentModeration(deps: {
  store: Store
  people: PersonStore
  pendingContent: PendingContentStore
  profileContent: ProfileContent
  avatarBin: AvatarBin
  product: Product
  note: NoteAudit
}): ContentModeration {
  const { store, people, pendingContent, profileContent, avatarBin, product, note } = deps
  const listed = () => store.read(() => pendingContent.listForReview())

  return {
    list: async () => (await listed()).map(present),
    async decide(id, decision, actor) {
      const wanted = (await listed()).find((content) => idOf(content) === id)
      if (!wanted) return undefined
      const decided = await store.write(function* () {
        yield* people.lock(wanted.personId)
        const content = (yield* pendingContent.list(wanted.personId)).find((candidate) => idOf(candidate) === id)
        if (!content) return undefined
        yield* profileContent.settle(content, decision === 'pass' ? 'pass' : 'risky')
        yield* note({ actor, action: `content.${decision}`, target: `content:${id}`, detail: content.field })
        return present(content)
      })
      await avatarBin.empty()
      product.forgetOverview()
      return decided
    },
  }
}

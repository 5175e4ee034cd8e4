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
  /** Of this very nickname or picture: another one of the same person has another. */
  id: string
  field: ContentField
  /** The nickname, or the path of the picture at this server. */
  value: string
  since: Date
}

/** Where an operator judges what the platform left to human eyes. */
export interface ContentModeration {
  /** The oldest first. */
  list(): Promise<ContentForReview[]>
  /**
   * `pass` shows it to all, `refuse` drops it; either is noted in the audit. Resolves what was decided about, or
   * `undefined` when it does not wait any more.
   */
  decide(id: string, decision: 'pass' | 'refuse', actor: string): Promise<ContentForReview | undefined>
}

// It stays in the audit for good, where nothing may name a person: nobody gets from it to the 80 random bits of an id.
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

import { AppError } from '../domain/app-error.ts'
import type { ContentStanding } from '../domain/content.ts'
import type { App } from '../domain/registered-app.ts'
import type { AppDirectory } from '../ports/app-directory.ts'
import type { ContentCheck } from '../ports/content-check.ts'
import type { Log } from '../ports/log.ts'
import type { PendingContentStore } from '../ports/pending-content-store.ts'
import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Unit } from '../ports/unit.ts'
import { avatarUrl } from './present-user.ts'
import type { JudgedNickname } from './profile-content.ts'

type NicknameStanding = JudgedNickname['standing'] | 'risky'
type AvatarStanding = 'pass' | { standing: ContentStanding; traceId: string | null }

/**
 * Asks a platform on which the person has an identity whether others may see their content. Content of people without
 * an identity on a platform with such a check passes.
 */
export interface ContentJudge {
  /** Within 2.5 s. */
  judge(personId: string, nickname: string): Promise<NicknameStanding>
  /** For a nickname that is about to be stored. Throws `content.refused` for a risky one. */
  judgeNickname(personId: string, nickname: string | null): Promise<JudgedNickname>
  judgeAvatar(personId: string, avatarId: string): Promise<AvatarStanding>
}

interface Judge {
  check: ContentCheck
  app: App
  subject: string
  /** How the app's verdicts on pictures would arrive. */
  isHeard: boolean
}

export function createContentJudge(deps: {
  store: Store
  people: PersonStore
  pendingContent: PendingContentStore
  apps: AppDirectory
  /** The public address of this server; `null` if not configured. */
  publicUrl: string | null
  log: Log
}): ContentJudge {
  const { store, people, pendingContent, apps, publicUrl, log } = deps

  async function findJudge(personId: string): Promise<Judge | undefined> {
    const identities = await store.read(() => people.listIdentities(personId))
    for (const { platform, appId, subject } of identities.reverse()) {
      const registered = await apps.find(platform, appId)
      if (!registered?.contentCheck) continue
      const { contentCheck: check, app, pushChannel } = registered
      return { check, app, subject, isHeard: pushChannel !== null }
    }
    return undefined
  }

  /** The earlier verdict on the same nickname. */
  function* recall(personId: string, nickname: string): Unit<NicknameStanding | undefined> {
    const pending = (yield* pendingContent.list(personId)).find(({ field }) => field === 'nickname')
    if (pending?.value === nickname && pending.standing === 'review') return 'review'
    return (yield* people.find(personId))?.nickname === nickname ? 'pass' : undefined
  }

  async function judge(personId: string, nickname: string): Promise<NicknameStanding> {
    const found = await findJudge(personId)
    if (!found) return 'pass'
    const outcome = await found.check.judgeText(found.app, found.subject, nickname)
    return outcome === 'unavailable' ? 'unchecked' : outcome
  }

  return {
    judge,
    async judgeNickname(personId, nickname) {
      if (nickname === null) return { value: null, standing: 'pass' }
      const standing = (await store.read(() => recall(personId, nickname))) ?? (await judge(personId, nickname))
      if (standing === 'risky') throw new AppError('content.refused')
      return { value: nickname, standing }
    },
    async judgeAvatar(personId, avatarId) {
      const found = await findJudge(personId)
      if (!found) return 'pass'
      if (publicUrl === null || !found.isHeard) {
        log.error(
          { event: 'operator.attention', appId: found.app.appId },
          'avatars cannot be checked and stay visible only to their owners: set PUBLIC_URL, and run trailpass app push',
        )
        return { standing: 'review', traceId: null }
      }
      const outcome = await found.check.askAboutImage(found.app, found.subject, `${publicUrl}${avatarUrl(avatarId)}`)
      if (typeof outcome === 'object') return { standing: 'asked', traceId: outcome.traceId }
      return { standing: outcome === 'unavailable' ? 'unchecked' : outcome, traceId: null }
    },
  }
}

import type { Entry } from '../contract/entry.ts'
import { defaultDisplayName } from './nickname.ts'

/** The `skipType` of an entry that treats the person as known and suppresses the invitation. */
export const namedSkipType = '0001'

export interface EntryFacts {
  entry: Entry
  /** The session's person; `null` while no session is known. */
  user: { userId: string; registered: boolean; nickname: string | null; riderId: string | null } | null
  /** The invitation was already shown or dismissed during this visit. */
  invitationSeen: boolean
}

/** What the screen shows. The parts are independent of each other. */
export interface EntryDecision {
  bike: 'none' | 'ready' | 'register'
  greeting: { kind: 'named'; name: string } | { kind: 'guest' }
  invitation: boolean
  /** The user whose sport figures to load; `null` before a session is known. */
  sportOf: string | null
}

export function decideEntry({ entry, user, invitationSeen }: EntryFacts): EntryDecision {
  const registered = user?.registered ?? false
  const named = registered || entry.skipType === namedSkipType
  return {
    bike: entry.deviceCode === undefined ? 'none' : user?.riderId ? 'ready' : 'register',
    greeting: named ? { kind: 'named', name: user?.nickname || defaultDisplayName } : { kind: 'guest' },
    invitation: !named && !invitationSeen,
    sportOf: user?.userId ?? null,
  }
}

export type BikePress = 'ride' | 'register' | 'ask-terms' | 'none'

/** What the bike card's button does. The terms are never requested on arrival. */
export function decideBikePress(bike: EntryDecision['bike'], termsTicked: boolean): BikePress {
  if (bike === 'none') return 'none'
  if (bike === 'ready') return 'ride'
  return termsTicked ? 'register' : 'ask-terms'
}

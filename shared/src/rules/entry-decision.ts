import type { Entry } from '../contract/entry.ts'
import { defaultDisplayName } from './nickname.ts'

/** The `skipType` of an entry that shows the person as named and keeps the invitation away. */
export const namedSkipType = '0001'

export interface EntryFacts {
  entry: Entry
  /** The person the session names; `null` while no session is known. */
  user: { userId: string; registered: boolean; nickname: string | null; riderId: string | null } | null
  /** The invitation was shown or put off during this visit. */
  invitationSeen: boolean
}

/** What the screen shows. The parts are independent: none hides another. */
export interface EntryDecision {
  bike: 'none' | 'ready' | 'register'
  greeting: { kind: 'named'; name: string } | { kind: 'guest' }
  invitation: boolean
  /** Whose sport figures to load; `null` before a session is known. */
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

/** What pressing the bike card's button does. Nothing asks for the terms on arrival. */
export function decideBikePress(bike: EntryDecision['bike'], termsTicked: boolean): BikePress {
  if (bike === 'none') return 'none'
  if (bike === 'ready') return 'ride'
  return termsTicked ? 'register' : 'ask-terms'
}

import type { PersonStore } from '../ports/person-store.ts'
import type { Belonging } from '../ports/push-channel.ts'
import type { Store } from '../ports/store.ts'
import type { ConsentService } from './consent-service.ts'
import type { Eraser } from './eraser.ts'
import type { TokenService } from './token-service.ts'
import type { WithdrawalService } from './withdrawal-service.ts'

/** Erasures and withdrawals in an audit log, with the keyed hashes of the people. */
export interface Departures {
  erased: ReadonlySet<string>
  withdrawals: readonly { personHash: string; at: Date; agreementId: string }[]
  revocations: readonly { personHash: string; at: Date; belongings: readonly Belonging[] }[]
}

/** How many people a restored backup had brought back, entirely or in part. */
export interface Departed {
  erasedAgain: number
  withdrawnAgain: number
}

/** Repeats the erasures and withdrawals that a restored backup has undone. */
export async function eraseAgain(
  deps: {
    store: Store
    people: PersonStore
    tokens: Pick<TokenService, 'hashPerson'>
    eraser: Eraser
    consents: ConsentService
    withdrawals: WithdrawalService
  },
  { erased, withdrawals, revocations }: Departures,
  { since, actor }: { since: Date; actor: string },
): Promise<Departed> {
  const { store, people, tokens, eraser } = deps
  const all = await store.read(() => people.listIds())
  const idOf = new Map(all.map((personId) => [tokens.hashPerson(personId), personId]))
  const back = [...idOf].filter(([hash]) => erased.has(hash)).map(([, personId]) => personId)
  for (const personId of back) await eraser.erase(personId, 'operator', actor)

  const changed = new Set<string>()
  /** Skips events from before the backup: it already contains them, and consents given after them. */
  const present = <Told extends { personHash: string; at: Date }>(told: readonly Told[]) =>
    told.flatMap((one) => {
      const personId = idOf.get(one.personHash)
      if (personId === undefined || erased.has(one.personHash) || one.at < since) return []
      changed.add(personId)
      return [{ ...one, personId }]
    })
  for (const { personId, agreementId } of present(withdrawals)) {
    await deps.consents.withdrawAgain(personId, agreementId, actor)
  }
  for (const { personId, belongings } of present(revocations)) {
    await deps.withdrawals.withdrawAgain(personId, belongings, actor)
  }
  return { erasedAgain: back.length, withdrawnAgain: changed.size }
}

import type { PersonStore } from '../ports/person-store.ts'
import type { Belonging } from '../ports/push-channel.ts'
import type { Store } from '../ports/store.ts'
import type { ConsentService } from './consent-service.ts'
import type { Eraser } from './eraser.ts'
import type { TokenService } from './token-service.ts'
import type { WithdrawalService } from './withdrawal-service.ts'

/** Who went, and what was taken back, by the keyed hashes of people in an audit. */
export interface Departures {
  erased: ReadonlySet<string>
  withdrawals: readonly { personHash: string; at: Date; agreementId: string }[]
  revocations: readonly { personHash: string; at: Date; belongings: readonly Belonging[] }[]
}

/** How many people a backup had brought back, wholly or in part. */
export interface Departed {
  erasedAgain: number
  withdrawnAgain: number
}

/** Erases those whom a backup has brought back, and what they had taken back since it was made. */
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
  /** Of before it was made: it has them, and what was agreed to after them. */
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

import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Eraser } from './eraser.ts'
import type { TokenService } from './token-service.ts'

/** Erases those whom a backup has brought back, by the keyed hashes that their erasures left. Answers how many. */
export async function eraseAgain(
  deps: { store: Store; people: PersonStore; tokens: Pick<TokenService, 'hashPerson'>; eraser: Eraser },
  personHashes: ReadonlySet<string>,
  actor: string,
): Promise<number> {
  const { store, people, tokens, eraser } = deps
  const all = await store.read(() => people.listIds())
  const back = all.filter((personId) => personHashes.has(tokens.hashPerson(personId)))
  for (const personId of back) await eraser.erase(personId, 'operator', actor)
  return back.length
}

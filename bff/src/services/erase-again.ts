import type { PersonStore } from '../ports/person-store.ts'
import type { Store } from '../ports/store.ts'
import type { Eraser } from './eraser.ts'
import type { TokenService } from './token-service.ts'

/**
 * Erases people whom a restored backup has brought back, identified by the keyed hashes from their erasures. Returns
 * their number.
 */
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

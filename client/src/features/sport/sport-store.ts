import { endpointAt, getSportSummary, type SportRange, type SportSummary } from '@trailpass/shared'
import type { ApiClient } from '../../api/api-client'
import { createKeyedStore, type KeyedState, type KeyedStore } from '../../lib/keyed-store'

type Key = [personId: string, range: SportRange]

export type SportState = KeyedState<Key, SportSummary>
export type SportStore = KeyedStore<Key, SportSummary>

/** Sport figures; the last of the seven days is today. */
export function createSportStore(api: ApiClient): SportStore {
  return createKeyedStore((personId, range) =>
    api.call(endpointAt(getSportSummary, {}, { range }), undefined, { as: personId }),
  )
}

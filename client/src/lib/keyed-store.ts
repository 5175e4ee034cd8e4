import { createStore, type StoreApi } from 'zustand/vanilla'
import { type Fault, faultOf } from './fault'

export interface Loaded<Value> {
  /** The latest response; stays while another is loading; `null` until then. */
  value: Value | null
  /** The latest error; stays until a request succeeds. */
  fault: Fault
}

export interface KeyedState<Key extends string[], Value> {
  loaded: Record<string, Loaded<Value>>
  /** Concurrent loads of the same key are one. Never throws. */
  load(...key: Key): Promise<void>
  /** Reloads everything that failed because of the network. Never throws. */
  retry(): Promise<unknown>
}

export type KeyedStore<Key extends string[], Value> = StoreApi<KeyedState<Key, Value>>

const nothing: Loaded<never> = { value: null, fault: null }
// Ids and ranges contain no spaces.
const nameOf = (key: string[]) => key.join(' ')
const keyOf = <Key extends string[]>(name: string) => name.split(' ') as Key

/** Responses stored by key. Include the person in the key, so that nobody is shown another person's data. */
export function createKeyedStore<Key extends string[], Value>(
  fetch: (...key: Key) => Promise<Value>,
): KeyedStore<Key, Value> {
  const flights = new Map<string, Promise<void>>()

  return createStore<KeyedState<Key, Value>>()((set, get) => {
    async function fly(key: Key): Promise<void> {
      const keep = (outcome: Partial<Loaded<Value>>) =>
        set(({ loaded }) => ({ loaded: { ...loaded, [nameOf(key)]: { ...loadedOf(get(), ...key), ...outcome } } }))
      try {
        keep({ value: await fetch(...key), fault: null })
      } catch (error) {
        keep({ fault: faultOf(error) })
      }
    }

    return {
      loaded: {},
      load(...key) {
        const name = nameOf(key)
        const flight = flights.get(name) ?? fly(key).finally(() => flights.delete(name))
        flights.set(name, flight)
        return flight
      },
      retry() {
        const failed = Object.entries(get().loaded).filter(
          ([, { fault }]) => fault === 'network' || fault === 'timeout',
        )
        return Promise.all(failed.map(([name]) => get().load(...keyOf<Key>(name))))
      },
    }
  })
}

export function loadedOf<Key extends string[], Value>(
  { loaded }: Pick<KeyedState<Key, Value>, 'loaded'>,
  ...key: NoInfer<Key>
): Loaded<Value> {
  return loaded[nameOf(key)] ?? nothing
}

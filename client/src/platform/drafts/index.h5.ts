import { keep } from '../storage/kept'
import { tabStorage } from '../storage/tab-storage'
import type { Drafts } from './types'

const kept = keep<Record<string, string>>(tabStorage, 'trailpass.drafts', (texts) => typeof texts === 'object')

/** Lives as long as the tab, since signing in again leaves the page and comes back. */
export const drafts: Drafts = {
  read: (key) => kept.read()?.[key],
  write: (key, text) => kept.write({ ...kept.read(), [key]: text }),
  remove(key) {
    const { [key]: _sent, ...others } = kept.read() ?? {}
    if (Object.keys(others).length === 0) kept.clear()
    else kept.write(others)
  },
  clear: kept.clear,
}

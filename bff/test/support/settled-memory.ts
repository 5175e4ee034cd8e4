import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What this process holds in the machine's memory once its garbage is gone, in bytes. */
export function settledMemory(): number {
  // What the first round sets free by finalizers is garbage for the second.
  collectGarbage()
  collectGarbage()
  return process.memoryUsage.rss()
}

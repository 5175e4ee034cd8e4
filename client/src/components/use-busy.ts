import { useState } from 'react'

/** Runs an action one at a time; `busy` while it runs. */
export function useBusy(action: () => Promise<unknown>): [busy: boolean, run: () => void] {
  const [busy, setBusy] = useState(false)
  const run = () => {
    if (busy) return
    setBusy(true)
    void action().finally(() => setBusy(false))
  }
  return [busy, run]
}

import type { UserInfo } from '@trailpass/shared'
import { useState } from 'react'
import { getServices } from '../../bootstrap'
import { faultOf } from '../../lib/fault'
import { wordsFor } from '../../messages'
import { type AccountCalls, createAccountCalls } from './account-calls'

export const accountCalls = (): AccountCalls => createAccountCalls(getServices())

export const keepUser = (user: UserInfo): void => getServices().session.getState().setUser(user)

/** Runs one action at a time; an error is shown until the next attempt. */
export function useAttempt(words: (fault: string) => string = wordsFor): {
  busy: boolean
  fault: string | null
  attempt: (action: () => Promise<void>) => Promise<void>
} {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  return {
    busy,
    fault: fault && words(fault),
    async attempt(action) {
      if (busy) return
      setBusy(true)
      setFault(null)
      try {
        await action()
      } catch (error) {
        setFault(faultOf(error))
      } finally {
        setBusy(false)
      }
    },
  }
}

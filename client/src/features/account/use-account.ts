import type { UserInfo } from '@trailpass/shared'
import { useState } from 'react'
import { getServices } from '../../bootstrap'
import { faultOf } from '../../lib/fault'
import { t, wordsFor } from '../../messages'
import { ask } from '../../platform/dialogue'
import { type AccountCalls, createAccountCalls } from './account-calls'
import { accountWords } from './words'

export function accountCalls(): AccountCalls {
  const { api, session, logInFresh } = getServices()
  const isRedirected = process.env.TARO_ENV === 'h5'
  return createAccountCalls({ api, session, logInFresh, ...(isRedirected && { confirmLeaving }) })
}

function confirmLeaving(): Promise<boolean> {
  return ask({
    title: accountWords('leave_title'),
    text: accountWords('leave_text'),
    yes: accountWords('leave_yes'),
    no: t('dialogue.no'),
  })
}

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

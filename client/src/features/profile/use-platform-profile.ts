import { updatePlatformProfile } from '@trailpass/shared'
import { useState } from 'react'
import { getServices } from '../../bootstrap'
import { type Fault, faultOf } from '../../lib/fault'
import { useSealedCalls } from '../../lib/use-sealed-calls'
import { userProfile } from '../../platform/user-profile'

/** The platform profile, on clients old enough to supply it. */
export function usePlatformProfile(purpose: string) {
  const { sealed, isReady } = useSealedCalls(true)
  const [isAsking, setAsking] = useState(false)
  const [fault, setFault] = useState<Fault>(null)

  async function ask(): Promise<void> {
    const payload = await userProfile?.ask(purpose)
    if (!payload) return
    setAsking(true)
    setFault(null)
    try {
      getServices()
        .session.getState()
        .setUser(await sealed.send(updatePlatformProfile, payload))
    } catch (error) {
      setFault(faultOf(error))
      // Prepares the next press.
      if (faultOf(error) === 'session_key.stale') await sealed.renew()
    }
    setAsking(false)
  }

  return { isBusy: !isReady || isAsking, fault, ask }
}

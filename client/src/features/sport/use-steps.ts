import { type EncryptedPayload, updateSteps } from '@trailpass/shared'
import { useEffect, useRef, useState } from 'react'
import { ApiError } from '../../api/api-error'
import { createSealedCalls } from '../../api/sealed-calls'
import { getServices } from '../../bootstrap'
import { type Fault, faultOf } from '../../lib/fault'
import { weRun } from '../../platform/werun'

export type StepsPhase = 'idle' | 'asking' | 'denied' | 'unavailable' | 'failed'

/**
 * Sends the platform's steps to the server: on a press and, once the person has allowed it, automatically. A stale
 * session_key is renewed once, and the steps are requested again.
 */
export function useSteps(onUpdated: () => void) {
  const [phase, setPhase] = useState<StepsPhase>('idle')
  const [fault, setFault] = useState<Fault>(null)
  const [sealed] = useState(() => createSealedCalls(getServices()))
  const updated = useRef(onUpdated)
  updated.current = onUpdated

  async function update(): Promise<void> {
    if (!weRun) return
    setPhase('asking')
    setFault(null)
    const send = (payload: EncryptedPayload) => sealed.send(updateSteps, payload)
    try {
      await sealed.prepare()
      const steps = await weRun.read()
      if (steps.kind === 'unagreed') return setPhase('idle')
      if (steps.kind !== 'sealed') return setPhase(steps.kind)
      await send(steps.payload).catch(async (error) => {
        if (!(error instanceof ApiError && error.code === 'session_key.stale')) throw error
        await sealed.renew()
        const again = await weRun?.read()
        if (again?.kind !== 'sealed') throw error
        return send(again.payload)
      })
      updated.current()
      setPhase('idle')
    } catch (error) {
      setFault(faultOf(error))
      setPhase('failed')
    }
  }

  const atFirst = useRef(update)
  useEffect(() => {
    void weRun?.isGranted().then((granted) => (granted ? atFirst.current() : undefined))
  }, [])

  return { phase, fault, update }
}

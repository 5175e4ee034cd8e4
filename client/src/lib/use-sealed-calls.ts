import { useEffect, useState } from 'react'
import { createSealedCalls, type SealedCalls } from '../api/sealed-calls'
import { getServices } from '../bootstrap'

/**
 * For buttons whose press supplies a payload: `isReady` once the server has a valid session_key, because during the
 * press it is too late to log in. For other buttons it is ready at once.
 */
export function useSealedCalls(givesPayload: boolean): { sealed: SealedCalls; isReady: boolean } {
  const [sealed] = useState(() => createSealedCalls(getServices()))
  const [isReady, setReady] = useState(!givesPayload)
  useEffect(() => {
    if (givesPayload) void sealed.prepare().then(() => setReady(true))
  }, [sealed, givesPayload])
  return { sealed, isReady }
}

import { useEffect, useState } from 'react'
import { createSealedCalls, type SealedCalls } from '../api/sealed-calls'
import { getServices } from '../bootstrap'

/**
 * For a button whose press gives a payload: `isReady` once the server's session_key was seen to, since in the press
 * itself it is too late to log in. Where the button gives none, it is ready at once.
 */
export function useSealedCalls(givesPayload: boolean): { sealed: SealedCalls; isReady: boolean } {
  const [sealed] = useState(() => createSealedCalls(getServices()))
  const [isReady, setReady] = useState(!givesPayload)
  useEffect(() => {
    if (givesPayload) void sealed.prepare().then(() => setReady(true))
  }, [sealed, givesPayload])
  return { sealed, isReady }
}

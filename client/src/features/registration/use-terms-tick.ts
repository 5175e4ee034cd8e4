import { useState } from 'react'
import { useRegistration } from './use-registration'

/** The checkbox for the terms on screen; cleared when the terms change. */
export function useTermsTick(initially: boolean) {
  const terms = useRegistration(({ agreements }) => agreements?.map(({ id, version }) => `${id} ${version}`).join())
  const [seen, setSeen] = useState(terms)
  const [ticked, setTicked] = useState(initially)
  if (terms !== seen) {
    setSeen(terms)
    if (seen !== undefined) setTicked(false)
  }
  return [ticked, setTicked] as const
}

import { useEffect, useRef, useState } from 'react'

const holdMs = 800

/**
 * Acts when a finger rests on something long enough. A tap that ends a hold is none; any other is `onTap`'s, so that
 * keyboards and screen readers, which cannot hold, are asked instead.
 */
export function useHold({ onHeld, onTap }: { onHeld: () => void; onTap: () => void }) {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wasHeld = useRef(false)

  const letGo = () => {
    clearTimeout(timer.current)
    setHolding(false)
  }
  const hold = () => {
    wasHeld.current = false
    setHolding(true)
    timer.current = setTimeout(() => {
      wasHeld.current = true
      setHolding(false)
      onHeld()
    }, holdMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    holding,
    touch: { onTouchStart: hold, onTouchEnd: letGo, onTouchCancel: letGo },
    onClick: () => {
      if (!wasHeld.current) onTap()
    },
  }
}

import { useEffect, useRef, useState } from 'react'

const holdMs = 800
/** A finger that moves farther is scrolling, or has cancelled. */
const restsWithinPixels = 10

interface Touched {
  type: string
  touches?: ArrayLike<{ clientX: number; clientY: number }>
}

const placeOf = ({ touches }: Touched) => touches?.[0] && ([touches[0].clientX, touches[0].clientY] as const)

/**
 * Detects a long press. The tap that ends a hold is ignored; any other tap calls `onTap`, because keyboards and screen
 * readers cannot hold.
 */
export function useHold({ onHeld, onTap }: { onHeld: () => void; onTap: () => void }) {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const began = useRef<ReturnType<typeof placeOf>>(undefined)
  const wasHeld = useRef(false)

  const letGo = () => {
    clearTimeout(timer.current)
    setHolding(false)
  }
  const hold = (event: Touched) => {
    clearTimeout(timer.current)
    began.current = placeOf(event)
    wasHeld.current = false
    setHolding(true)
    timer.current = setTimeout(() => {
      wasHeld.current = true
      setHolding(false)
      onHeld()
    }, holdMs)
  }
  const move = (event: Touched) => {
    const [from, to] = [began.current, placeOf(event)]
    if (from && to && Math.hypot(to[0] - from[0], to[1] - from[1]) > restsWithinPixels) letGo()
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return {
    holding,
    touch: { onTouchStart: hold, onTouchMove: move, onTouchEnd: letGo, onTouchCancel: letGo },
    onClick: () => {
      if (!wasHeld.current) onTap()
      wasHeld.current = false
    },
  }
}

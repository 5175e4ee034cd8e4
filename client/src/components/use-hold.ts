import { useEffect, useRef, useState } from 'react'

const holdMs = 800
/** A finger that goes farther scrolls, or has thought better of it. */
const restsWithinPixels = 10

interface Touched {
  type: string
  touches?: ArrayLike<{ clientX: number; clientY: number }>
}

const placeOf = ({ touches }: Touched) => touches?.[0] && ([touches[0].clientX, touches[0].clientY] as const)

/**
 * Acts when a finger rests on something long enough. A tap that ends a hold is none; any other is `onTap`'s, so that
 * keyboards and screen readers, which cannot hold, are asked instead.
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

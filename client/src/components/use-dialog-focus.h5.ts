import { useEffect, useRef } from 'react'

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), [tabindex="0"]'

/** Focus moves into the dialog and stays there, Escape closes it, and focus returns to where it was. */
export function useDialogFocus(id: string, onClose: () => void): void {
  const close = useRef(onClose)
  close.current = onClose

  useEffect(() => {
    const before = document.activeElement
    const dialog = document.getElementById(id)
    if (!dialog) return
    dialog.tabIndex = -1
    dialog.focus()

    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current()
      if (event.key !== 'Tab') return
      const stops = Array.from(dialog.querySelectorAll<HTMLElement>(focusable))
      const [first, last] = [stops[0], stops[stops.length - 1]]
      const leaving = event.shiftKey ? [dialog, first] : [last]
      if (!leaving.some((stop) => stop === document.activeElement)) return
      event.preventDefault()
      const next = event.shiftKey ? last : first
      next?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [id])
}

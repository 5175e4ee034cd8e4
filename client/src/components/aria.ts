/** A role in the attribute that the platform reads: `role` in a browser, `aria-role` in a mini program. */
export function role(name: string): Record<string, string> {
  return process.env.TARO_ENV === 'h5' ? { role: name } : { 'aria-role': name }
}

/** Mini programs offer no focus to move; there the words and the motion lead the way. */
export function moveFocus(id: string): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.focus()
}

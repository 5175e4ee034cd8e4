/** The role attribute of the platform: `role` in a browser, `aria-role` in a mini program. */
export function role(name: string): Record<string, string> {
  return process.env.TARO_ENV === 'h5' ? { role: name } : { 'aria-role': name }
}

/** Mini programs cannot move focus; there, text and motion guide the user. */
export function moveFocus(id: string): void {
  if (process.env.TARO_ENV === 'h5') document.getElementById(id)?.focus()
}

const most = 400

/** What must not be shown of a request: tokens, codes, tickets and what is sealed, each by a name. */
export interface Secrets {
  hide(value: string, name: string): void
  /** The text without them. */
  mask(text: string): string
}

export function createSecrets(): Secrets {
  const names = new Map<string, string>()
  return {
    hide(value, name) {
      if (value.length < 8) return
      names.set(value, name)
      const [oldest = ''] = names.keys()
      if (names.size > most) names.delete(oldest)
    },
    mask(text) {
      let masked = text
      for (const [value, name] of names) masked = masked.replaceAll(value, `<${name}>`)
      return masked
    },
  }
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:]/gs

/** Whether any object in this JSON text has a duplicate key, however it is escaped. The text must be valid JSON. */
export function hasDuplicateKeys(json: string): boolean {
  /** The keys of each open object; an array has none. */
  const open: (Set<string> | undefined)[] = []
  let text = ''
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const keys = open.at(-1)
      const key = JSON.parse(text) as string
      if (keys?.has(key)) return true
      keys?.add(key)
    } else text = token
  }
  return false
}

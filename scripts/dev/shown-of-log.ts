const quiet = new Set(['trace', 'debug', 'info'])

/** Of the BFF's log lines, those that a developer should see; whatever is no log line passes as it is. */
export function shownOfLog(line: string): string | undefined {
  const entry = parse(line)
  if (entry === undefined) return line.trim() === '' ? undefined : line
  const { level, time, msg, ...fields } = entry
  if (quiet.has(String(level))) return undefined
  return [level, msg, Object.keys(fields).length > 0 ? JSON.stringify(fields) : ''].filter(Boolean).join(' ')
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

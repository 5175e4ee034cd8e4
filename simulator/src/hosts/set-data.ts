type Container = Record<string, unknown>

/** Writes to `a.b[0].c` as `setData` does, creating missing parts. */
export function assignPath(data: Container, target: string, value: unknown): void {
  const steps = target.replace(/\.?\[(\d+)\]/g, '.$1').split('.')
  const last = steps.pop()
  if (last === undefined) return
  let container = data
  for (const [index, step] of steps.entries()) {
    const following = steps[index + 1] ?? last
    container[step] ??= /^\d+$/.test(following) ? [] : {}
    container = container[step] as Container
  }
  container[last] = value
}

import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping'

/** What is of no module: webpack's wrapping before the first one. */
export const noModule = 'webpack://'

/** The bytes of a script by the module they are from; they add up to the whole. */
export function weighModules(script: string, map: string): Map<string, number> {
  const bytes = new Map<string, number>()
  const add = (source: string, text: string) => bytes.set(source, (bytes.get(source) ?? 0) + Buffer.byteLength(text))
  const trace = new TraceMap(map)
  const mapped = decodedMappings(trace)
  const lines = script.split('\n')
  for (const [row, line] of lines.entries()) {
    const segments = mapped[row] ?? []
    const end = row < lines.length - 1 ? '\n' : ''
    add(noModule, line.slice(0, segments[0]?.[0] ?? line.length) + end)
    for (const [index, segment] of segments.entries()) {
      const source = segment.length > 1 ? trace.sources[segment[1] ?? 0] : undefined
      add(source ?? noModule, line.slice(segment[0], segments[index + 1]?.[0] ?? line.length))
    }
  }
  return bytes
}

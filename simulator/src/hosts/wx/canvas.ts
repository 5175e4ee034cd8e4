import type { Calls } from '../calls.ts'
import type { TemporaryFiles } from '../files.ts'

/** Invisible canvases: drawn text is recorded, and an exported picture is an empty file. */
export function createCanvasApi(calls: Calls, files: TemporaryFiles, drawn: string[]) {
  return {
    createOffscreenCanvas: calls.synchronous('createOffscreenCanvas', (size: object) => ({
      ...size,
      getContext: () => createContext(drawn),
    })),
    canvasToTempFilePath: calls.asynchronous('canvasToTempFilePath', () => ({
      tempFilePath: files.add(new Uint8Array(), 'png'),
    })),
  }
}

function createContext(drawn: string[]): object {
  const state: Record<string, unknown> = {
    fillText: (words: string) => void drawn.push(words),
    measureText: (words: string) => ({ width: words.length * 10 }),
  }
  return new Proxy(state, { get: (known, name) => known[String(name)] ?? (() => undefined) })
}

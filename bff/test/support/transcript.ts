import type { Stack } from './stack.ts'
import type { StorageKind } from './storages.ts'

/** One rule of the session rules, played against a running BFF. */
export interface Transcript {
  name: string
  play(stack: Stack): Promise<void>
  options: TranscriptOptions
}

export interface TranscriptOptions {
  /** Only where this storage makes the situation possible. */
  storage?: StorageKind['name']
  production?: boolean
  alipay?: boolean
}

export const transcript = (name: string, play: Transcript['play'], options: TranscriptOptions = {}): Transcript => ({
  name,
  play,
  options,
})

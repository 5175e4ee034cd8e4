import { createHash } from 'node:crypto'
import { type FaultMode, faultModeNames } from '../state/fault-modes.ts'
import type { FaultScript, FaultStep } from '../state/faults.ts'

export interface Draw {
  seed: number
  path: string
  /** How many steps. */
  length: number
  /** How many of a hundred steps are faults. */
  share: number
  modes: readonly FaultMode[]
  repeat: boolean
}

/** `errcode` needs a value, so it is never drawn. */
export const drawnModes: readonly FaultMode[] = faultModeNames.filter((mode) => mode !== 'errcode')

const longestBurst = 4
const longestDelayMs = 5000

/** Determined by seed and path alone: the same on every machine, regardless of other paths. */
export function drawScript({ seed, path, length, share, modes, repeat }: Draw): FaultScript {
  /** From 0 to `below`, exclusive. */
  const draw = (what: string, index: number, below: number): number =>
    createHash('sha256').update([seed, path, what, index].join('\n')).digest().readUInt32BE() % below

  function drawStep(index: number): FaultStep {
    const mode = modes[draw('mode', index, modes.length)]
    if (mode === undefined || draw('hit', index, 100) >= share) return { mode: 'ok', count: 1 }
    return {
      mode,
      // Busy comes in bursts.
      count: mode === 'busy' ? 1 + draw('burst', index, longestBurst) : 1,
      delayMs: mode === 'slow' ? draw('delay', index, longestDelayMs) : 0,
      errcode: 0,
      handled: draw('handled', index, 2) === 1,
    }
  }

  return { path, seed, steps: Array.from({ length }, (_, index) => drawStep(index)), repeat }
}

import { rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'vitest'
import { faketimeLibrary } from './faketime.ts'
import { patience } from './figure.ts'
import { inProcesses, type RunningBff } from './in-processes.ts'
import type { Stack } from './stack.ts'
import { postgres } from './storages.ts'
import { withStack } from './with-stack.ts'

export interface Skew {
  bffs: readonly RunningBff[]
  stack: Stack
  /** Sets the clock of the third machine, which was right, three minutes ahead, then behind, then right again. */
  jump(): void
}

const fast = '+180'
const slow = '-180'
const right = '+0'

/** Three processes on PostgreSQL: one machine's clock is three minutes fast, one's is slow, and one's jumps. */
export const itUnderSkew = (name: string, play: (skew: Skew) => Promise<void>): void =>
  it.skipIf(!faketimeLibrary || !postgres)(name, { timeout: patience(120_000) }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trailpass-skew-'))
    const setting = join(folder, 'third')
    const set = (offset: string) => writeFileSync(setting, `${offset}\n`)
    const places = [fast, slow, right]
    const envOf = (index: number): Record<string, string> => ({
      LD_PRELOAD: faketimeLibrary ?? '',
      DONT_FAKE_MONOTONIC: '1',
      ...(index < 2 ? { FAKETIME: places[index] ?? '' } : { FAKETIME_TIMESTAMP_FILE: setting, FAKETIME_NO_CACHE: '1' }),
    })
    set(right)
    let jumps = 0
    const jump = () => set(places[jumps++ % places.length] ?? right)
    try {
      await withStack((stack) => inProcesses(stack, (bffs) => play({ bffs, stack, jump }), envOf), {
        ...(postgres && { storage: postgres }),
        env: { RATE_LIMIT_FACTOR: '1000' },
      })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

/// <reference types="vite/types/importMeta.d.ts" />
import { describe, it } from 'vitest'
import { storages } from '../support/storages.ts'
import type { Transcript } from '../support/transcript.ts'
import { withStack } from '../support/with-stack.ts'

const transcripts = import.meta.glob<Transcript | Transcript[]>('./*/*.ts', { eager: true, import: 'default' })
/** `TRANSCRIPTS=ledger,guests` plays these chapters alone. */
const chosen = process.env.TRANSCRIPTS?.split(',')

describe.each(storages)('the session rules on $name', (storage) => {
  for (const [path, played] of Object.entries(transcripts)) {
    const chapter = path.split('/')[1] ?? ''
    if (chosen && !chosen.includes(chapter)) continue
    for (const { name, play, options } of [played].flat()) {
      if (options.storage && options.storage !== storage.name) continue
      const { production, alipay } = options
      it(`${chapter}: ${name}`, () => withStack(play, { storage, production, alipay }))
    }
  }
})

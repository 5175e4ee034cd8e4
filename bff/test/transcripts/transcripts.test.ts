/// <reference types="vite/types/importMeta.d.ts" />
import { describe, it } from 'vitest'
import { storages } from '../support/storages.ts'
import type { Transcript } from '../support/transcript.ts'
import { withStack } from '../support/with-stack.ts'

const transcripts = import.meta.glob<Transcript>('./*/*.ts', { eager: true, import: 'default' })

describe.each(storages)('the session rules on $name', (storage) => {
  for (const [path, { name, play, options }] of Object.entries(transcripts)) {
    if (options.storage && options.storage !== storage.name) continue
    const chapter = path.split('/')[1]
    it(`${chapter}: ${name}`, () => withStack(play, { storage, production: options.production }))
  }
})

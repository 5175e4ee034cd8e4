/// <reference types="vite/types/importMeta.d.ts" />
import { describe, it } from 'vitest'
import { startStack } from '../support/stack.ts'
import { storages } from '../support/storages.ts'
import type { Transcript } from '../support/transcript.ts'

const transcripts = import.meta.glob<Transcript>('./*/*.ts', { eager: true, import: 'default' })

describe.each(storages)('the session rules on $name', (kind) => {
  for (const [path, { name, play, options }] of Object.entries(transcripts)) {
    if (options.storage && options.storage !== kind.name) continue
    const chapter = path.split('/')[1]
    it(`${chapter}: ${name}`, async () => {
      const storage = await kind.create()
      const stack = await startStack(storage, options)
      try {
        await play(stack)
      } finally {
        await stack.close()
        await storage.remove()
      }
    })
  }
})

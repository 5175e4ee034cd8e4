import assert from 'node:assert/strict'
import { styleText } from 'node:util'

/** What a person follows: chapters, screens as text, and what was checked. */
export interface Transcript {
  say(line: string): void
  chapter(title: string): void
  screen(title: string, text: string): void
  /** Prints what is so; throws when it is not. */
  check(fact: string, holds: boolean, found?: unknown): void
  fail(error: unknown): void
}

const width = 46

export function createTranscript(write: (line: string) => void = console.log): Transcript {
  let chapters = 0
  return {
    say: write,
    chapter(title) {
      chapters += 1
      write(`\n${styleText('bold', `${chapters}. ${title}`)}`)
    },
    screen(title, text) {
      write(`   ┌─ ${title} ${'─'.repeat(Math.max(0, width - title.length))}`)
      for (const line of text.split('\n')) write(`   │ ${line}`)
      write(`   └${'─'.repeat(width + 3)}`)
    },
    check(fact, holds, found) {
      if (!holds) throw new assert.AssertionError({ message: fact, actual: found, operator: 'check' })
      write(`   ${styleText('green', '✓')} ${fact}`)
    },
    fail(error) {
      const found =
        error instanceof assert.AssertionError && error.actual !== undefined
          ? `\n     found: ${JSON.stringify(error.actual)}`
          : ''
      write(
        `   ${styleText('red', '✗')} ${error instanceof assert.AssertionError ? error.message : (error as Error).stack}${found}`,
      )
    },
  }
}

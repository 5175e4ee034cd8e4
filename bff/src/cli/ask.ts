import { text as readText } from 'node:stream/consumers'
import type { Question } from './command-context.ts'
import { CommandError } from './command-error.ts'

/** Asks at the terminal; without one, the answer is what the standard input holds. Throws CommandError. */
export async function ask({ kind, message, optional }: Question): Promise<string> {
  if (optional && !process.stdin.isTTY) return ''
  const answer = process.stdin.isTTY ? await prompt(kind, message) : (await readText(process.stdin)).trim()
  if (kind === 'confirm' && !/^y(es)?$/i.test(answer)) throw new CommandError('nothing was changed: not confirmed')
  if (answer === '' && !optional) throw new CommandError('nothing was changed: no input was given')
  return answer
}

async function prompt(kind: Question['kind'], message: string): Promise<string> {
  // Loaded lazily: most commands prompt for nothing.
  const { confirm, isCancel, password, text } = await import('@clack/prompts')
  const asked = {
    secret: () => password({ message, mask: '' }),
    text: () => text({ message }),
    confirm: () => confirm({ message }),
  }
  const answer = await asked[kind]()
  if (isCancel(answer)) throw new CommandError('nothing was changed: cancelled')
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer.trim()
}

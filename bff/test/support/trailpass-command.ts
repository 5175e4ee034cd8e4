import { randomBytes } from 'node:crypto'
import type { Question } from '../../src/cli/command-context.ts'
import { runCli } from '../../src/cli/run-cli.ts'

export interface CommandRun {
  exitCode: number
  stdout: string
  stderr: string
}

export interface TrailpassOptions {
  cwd?: string
  /** What is answered at the terminal; nobody sits there without it. */
  answer?: (question: Question) => string
}

/** The operator's command as the process runs it, in an environment of its own. */
export function createTrailpassCommand(
  env: Record<string, string>,
  { cwd = process.cwd(), answer }: TrailpassOptions = {},
): (...args: string[]) => Promise<CommandRun> {
  const variables = { MASTER_KEY: randomBytes(32).toString('base64'), ...env }
  return async (...args) => {
    const run = { exitCode: 0, stdout: '', stderr: '' }
    run.exitCode = await runCli(args, {
      env: variables,
      cwd,
      actor: 'operator:test',
      out(text) {
        run.stdout += text
      },
      err(text) {
        run.stderr += text
      },
      async ask(question) {
        if (!answer) throw new Error(`nobody answers: ${question.message}`)
        return answer(question)
      },
    })
    return run
  }
}

import { resolve } from 'node:path'
import type { Command } from 'commander'
import { examine, examineClosed } from '../doctor/examine.ts'
import type { Finding } from '../doctor/finding.ts'
import type { CommandIo, WithStore } from './command-context.ts'
import { CommandError } from './command-error.ts'

interface DoctorOptions {
  client: string
  json?: boolean
}

export function addDoctorCommand(program: Command, withStore: WithStore): void {
  program
    .command('doctor')
    .description('check the setup and say how to fix what is wrong; exits with 1 if anything is')
    .option('--client <folder>', "the mini program's folder, whose build is checked if there is one", 'client')
    .option('--json', 'print JSON')
    .action(({ client, json }: DoctorOptions) =>
      withStore(
        async (context) => report(context, await examine(context.services, resolve(context.cwd, client)), json),
        undefined,
        (error, io) => report(io, examineClosed(error, resolve(io.cwd, client)), json),
      ),
    )
}

function report({ out }: Pick<CommandIo, 'out'>, findings: readonly Finding[], json = false): void {
  if (json) out(JSON.stringify(findings))
  else for (const line of findings.flatMap(describe)) out(line)
  const faults = findings.filter(({ state }) => state === 'wrong').length
  if (faults > 0) throw new CommandError(faults === 1 ? '1 problem found' : `${faults} problems found`)
}

const describe = ({ check, state, about, words, steps }: Finding): string[] => [
  `${state.padEnd(8)}${check.padEnd(20)} ${about ? `${about}: ` : ''}${words}`,
  ...(state === 'ok' ? [] : steps.map((step) => `${' '.repeat(8)}→ ${step}`)),
]

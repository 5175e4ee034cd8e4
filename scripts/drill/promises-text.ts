import type { Machine } from '../lib/machine.ts'
import { type Drill, figuresIn } from './drills.ts'
import type { Promised } from './promises.ts'
import type { Run } from './runs.ts'

export const promisesDocument = 'docs/promises.md'

const cell = (text: string) => text.replaceAll('|', '\\|')
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n')
const day = (at: string) => at.slice(0, 10)
const inWords = ({ cores, memoryGb, node, postgres, redis }: Machine) =>
  `${cores} cores, ${memoryGb} GB of memory, Node ${node}, PostgreSQL ${postgres}, Redis ${redis}`

interface Shown {
  drill: Drill
  /** At the figures that are asked for today. */
  runs: readonly Run[]
  last: Run | undefined
}

function show(drill: Drill, all: readonly Run[]): Shown {
  const figures = figuresIn(drill)
  const runs = all.filter(
    (run) => run.promise === drill.promise && run.subject === drill.subject && figuresIn(run) === figures,
  )
  return { drill, runs, last: runs.at(-1) }
}

function whatWasRun({ drill, runs, last }: Shown): string {
  const what = `${drill.subject} at ${figuresIn(drill)}`
  if (!last) return `${what}: no run yet`
  const measured = Object.entries(last.measured).map(([name, value]) => `${name} ${value}`)
  const since = runs.length - 1 - runs.findLastIndex(({ isKept }) => !isKept)
  const isBusy = last.load > last.machine.cores
  const facts = [
    `${last.seconds} s`,
    ...(last.seed === null ? [] : [`seed ${last.seed}`]),
    ...(isBusy ? [`beside a load of ${last.load}`] : []),
    ...measured,
  ]
  const times = `last ${since === 1 ? 'run' : `${since} runs`} kept`
  return `${what}: ${facts.join(', ')}; ${last.isKept ? times : 'NOT KEPT'}`
}

function outcomeOf(shown: readonly Shown[]): string {
  if (shown.some(({ last }) => last?.isKept === false)) return 'NOT KEPT'
  if (shown.length === 0) return 'not shown: no drill'
  return shown.every(({ last }) => last) ? 'kept' : 'not shown: not run at its full figure'
}

function promiseRow({ number, words, asked }: Promised, shown: readonly Shown[]): string[] {
  const days = [...new Set(shown.flatMap(({ last }) => (last ? [day(last.at)] : [])))]
  return [String(number), words, asked, shown.map(whatWasRun).join('<br>'), outcomeOf(shown), days.join(', ')]
}

/** `docs/promises.md`, as the runs have it. */
export function promisesText(promises: readonly Promised[], drills: readonly Drill[], runs: readonly Run[]): string {
  const shownOf = ({ number }: Promised) =>
    drills.filter(({ promise }) => promise === number).map((drill) => show(drill, runs))
  const failures = runs.filter(({ isKept }) => !isKept)
  const machines = new Map<string, number>()
  for (const words of runs.map(({ machine }) => inWords(machine))) machines.set(words, (machines.get(words) ?? 0) + 1)
  return `# Promises

Made by \`npx -y pnpm@10.34.8 drill\` from the runs in [promises.json](promises.json); \`check\` compares. Each drill runs on
the embedded store and on PostgreSQL and Redis; a run without them is not recorded. \`drill --only 12\` repeats one,
\`DRILL_SEED=7 drill --only 12\` with what was drawn then.

*Kept* means that the last run of every drill of that promise kept it at the figures asked for. A machine whose load was
higher than its cores did other work at the same time. Runs that failed, with what caused it, are listed below.

${table(
  ['#', 'promise', 'asked', 'run', 'outcome', 'when'],
  promises.map((each) => promiseRow(each, shownOf(each))),
)}

## What these runs cannot show

${promises.flatMap(({ number, beyond }) => (beyond ? [`- ${number}: ${beyond}`] : [])).join('\n')}

## Runs that did not keep

${
  failures.length === 0
    ? 'None.'
    : table(
        ['when', '#', 'run', 'what failed', 'cause'],
        failures.map((run) => [
          day(run.at),
          String(run.promise),
          `${run.subject} at ${figuresIn(run)}${run.seed === null ? '' : `, seed ${run.seed}`}, beside a load of ${run.load}`,
          run.failed.join('; ') || 'the run did not come to its end',
          run.cause ?? 'Not found yet.',
        ]),
      )
}

## Machines

${[...machines].map(([words, count]) => `- ${words}: ${count} runs`).join('\n') || 'None.'}
`
}

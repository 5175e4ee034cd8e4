import { randomInt } from 'node:crypto'

/** How often to try: what a drill asks for by `DRILL_<NAME>`, or the few that a test has time for. */
export const figure = (name: string, few: number): number => Number(process.env[`DRILL_${name.toUpperCase()}`] ?? few)

/** What is drawn at random is drawn from it; `DRILL_SEED` draws the same again. */
export const seed = (usual: number = randomInt(2 ** 31)): number => figure('SEED', usual)

/** How long a test may take; a drill takes what it takes. */
export const patience = (ms: number): number =>
  Object.keys(process.env).some((name) => name.startsWith('DRILL_')) ? 0 : ms

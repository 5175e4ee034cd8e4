import { expect, it } from 'vitest'
import type { Asked, Statement, Unit } from '../ports/unit.ts'
import { together } from './together.ts'

const statement = (sql: string): Statement => ({ sql, parameters: [] })

function* ask(...texts: string[]): Unit<string> {
  const heard: unknown[] = []
  for (const text of texts) heard.push(...(yield statement(text)))
  return heard.join()
}

/** Answers each statement with its own text in capitals, and keeps what went out as one. */
function runUnit<T>(unit: Unit<T>) {
  const rounds: (string | string[])[] = []
  const answer = ({ sql }: Statement) => [sql.toUpperCase()]
  const several = (asked: Asked): asked is readonly Statement[] => Array.isArray(asked)
  let step = unit.next([])
  while (!step.done) {
    const asked = step.value
    rounds.push(several(asked) ? asked.map(({ sql }) => sql) : asked.sql)
    step = unit.next(several(asked) ? asked.map(answer) : answer(asked))
  }
  return { value: step.value, rounds }
}

it('asks at one time what its units ask, and answers what each came to', () => {
  const { value, rounds } = runUnit(together(ask('a', 'b', 'c'), ask('d'), ask()))
  expect(rounds).toEqual([['a', 'd'], ['b'], ['c']])
  expect(value).toEqual(['A,B,C', 'D', ''])
})

it('stands within another', () => {
  function* pair(): Unit<string> {
    return (yield* together(ask('a', 'b'), ask('c', 'd'))).join(' ')
  }
  const { value, rounds } = runUnit(together(ask('x', 'y', 'z'), pair()))
  expect(rounds).toEqual([['x', 'a', 'c'], ['y', 'b', 'd'], ['z']])
  expect(value).toEqual(['X,Y,Z', 'A,B C,D'])
})

it('asks nothing for no unit, and for those that ask nothing', () => {
  expect(runUnit(together())).toEqual({ value: [], rounds: [] })
  expect(runUnit(together(ask(), ask()))).toEqual({ value: ['', ''], rounds: [] })
})

it('ends with what a unit throws', () => {
  function* refuse(): Unit<never> {
    yield statement('r')
    throw new Error('refused')
  }
  expect(() => runUnit(together(ask('a'), refuse()))).toThrow('refused')
})

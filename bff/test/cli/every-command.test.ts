import type { Command } from 'commander'
import { expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.ts'

const leavesOf = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf)

it('every command answers in JSON when asked', () => {
  const nothing = async () => {}
  const program = createProgram({ withStore: nothing, withoutStore: nothing }, { out: () => {}, err: () => {} })
  const leaves = leavesOf(program)
  expect(leaves.length).toBeGreaterThan(30)
  const without = leaves.filter(({ options }) => !options.some(({ long }) => long === '--json'))
  expect(without.map((command) => command.name())).toEqual([])
})

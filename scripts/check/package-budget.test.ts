import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { budgetFaults, mainPackageBytes } from './package-budget.ts'

const app = JSON.stringify({ pages: ['pages/home/index'], subPackages: [{ root: 'ride', pages: ['index'] }] })
const files = { 'app.json': app, 'app.js': 'x'.repeat(1000), 'ride/index.js': 'x'.repeat(5000) }

describe('the budget of the main package', () => {
  it('leaves subpackages out', () => {
    using tree = fixtureTree(files)
    expect(mainPackageBytes(tree.root)).toBe(1000 + app.length)
  })

  it('holds to the byte', () => {
    using tree = fixtureTree(files)
    expect(budgetFaults(tree.root, 1000 + app.length)).toEqual([])
    expect(budgetFaults(tree.root, 999 + app.length)).toEqual([expect.stringContaining('1 bytes more than its budget')])
  })
})

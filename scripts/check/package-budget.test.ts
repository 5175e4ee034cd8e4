import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { budgetFaults, packageBytes } from './package-budget.ts'

const app = JSON.stringify({ pages: ['pages/home/index'], subPackages: [{ root: 'ride', pages: ['index'] }] })
const files = { 'app.json': app, 'app.js': 'x'.repeat(1000), 'ride/index.js': 'x'.repeat(5000) }
const exact = { mainPackageBytes: 1000 + app.length, allPackagesBytes: 6000 + app.length }

describe('the budget of a mini program', () => {
  it('counts subpackages only towards the whole', () => {
    using tree = fixtureTree(files)
    expect(packageBytes(tree.root)).toEqual(exact)
  })

  it('holds to the byte, for the main package and for all of them', () => {
    using tree = fixtureTree(files)
    const without = (key: keyof typeof exact) => budgetFaults(tree.root, { ...exact, [key]: exact[key] - 1 })
    expect(budgetFaults(tree.root, exact)).toEqual([])
    expect(without('mainPackageBytes')).toEqual([expect.stringMatching(/^the main package .* 1 bytes more/)])
    expect(without('allPackagesBytes')).toEqual([expect.stringMatching(/^all packages .* 1 bytes more/)])
  })
})

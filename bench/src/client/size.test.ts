import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../../../scripts/lib/fixture-tree.ts'
import { sizeGoal } from './size.ts'
import { weighProgram } from './weigh-package.ts'

const program = (bytes: number) => ({
  packages: new Map([
    ['main', bytes],
    ['pages/ride', 9_999_999],
  ]),
})

describe('the goal of the main package', () => {
  it('is reached at 1.15 times the bare one, and by nothing above', () => {
    expect(sizeGoal(program(115_000), program(100_000))).toMatchObject({ measured: 1.15, reached: true })
    expect(sizeGoal(program(115_001), program(100_000)).reached).toBe(false)
  })

  it('is judged of no program without a main package', () => {
    expect(() => sizeGoal(program(1), { packages: new Map() })).toThrow('without a main package')
  })
})

const map = { version: 3, sources: ['webpack:///./src/app.tsx', 'webpack:///../shared/src/a.ts'], names: [] }
const built = {
  'app.json': JSON.stringify({ pages: ['pages/home/index'], subPackages: [{ root: 'pages/ride', pages: ['index'] }] }),
  'app.js': 'home();shared()',
  'comp.js': 'comp()',
  'base.wxml': '<view/>',
  'pages/ride/index.js': 'ride()',
}
const maps = { 'app.js.map': JSON.stringify({ ...map, mappings: 'AAAA,OCAA' }) }

it('counts each byte of a main package once, and those of subpackages apart', () => {
  using dist = fixtureTree(built)
  using beside = fixtureTree(maps)
  const { packages, groups } = weighProgram(dist.root, beside.root)
  const others = built['app.json'].length + built['comp.js'].length
  expect(Object.fromEntries(groups)).toEqual({ ours: 7, shared: 8, templates: 7, other: others })
  expect(Object.fromEntries(packages)).toEqual({ main: 22 + others, 'pages/ride': 6 })
})

import { outputFolder } from '../../../scripts/build/output-folder.ts'
import { mainPackage } from '../../../scripts/check/package-budget.ts'
import { type Goal, type Measurement, type Row, toFigure } from '../findings.ts'
import { bareTaro } from './bare-taro.ts'
import { weappMaps } from './weapp-maps.ts'
import { type Weight, weighProgram } from './weigh-package.ts'

const most = 1.15

/** What the mini program weighs, beside what Taro weighs with nothing on it. */
export const size: Measurement = {
  name: 'client.size',
  async measure() {
    const maps = await weappMaps()
    const ours = weighProgram(outputFolder('weapp'), maps)
    const bareDist = await bareTaro('weapp')
    const bare = weighProgram(bareDist, bareDist)
    return {
      rows: [...rowsOf('client.size.weapp', ours), ...rowsOf('client.size.bare', bare)],
      goals: [sizeGoal(ours, bare)],
    }
  },
}

export function sizeGoal(ours: Pick<Weight, 'packages'>, bare: Pick<Weight, 'packages'>): Goal {
  const measured = bytesOf(ours) / bytesOf(bare)
  return { wanted: `weapp main package ≤ ${most} × a bare Taro template`, measured, reached: measured <= most }
}

function bytesOf({ packages }: Pick<Weight, 'packages'>): number {
  const bytes = packages.get(mainPackage)
  if (!bytes) throw new Error('a mini program without a main package was built')
  return bytes
}

function rowsOf(name: string, { packages, groups }: Weight): Row[] {
  const row = (ofWhat: string, bytes: number): Row => ({
    name: `${name}.${ofWhat}`,
    unit: 'bytes',
    ...toFigure([bytes]),
  })
  const all = [...packages.values()].reduce((sum, bytes) => sum + bytes, 0)
  const heaviestFirst = [...groups].sort(([, a], [, b]) => b - a)
  return [
    row('all', all),
    ...[...packages].map(([root, bytes]) => row(root.replace(/^pages\//, ''), bytes)),
    ...heaviestFirst.map(([group, bytes]) => row(`main.${group}`, bytes)),
  ]
}

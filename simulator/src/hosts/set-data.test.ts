import { expect, it } from 'vitest'
import { assignPath } from './set-data.ts'

it('writes to paths of names and indexes, making what is missing', () => {
  const data: Record<string, unknown> = { root: { cn: [{ v: 'a' }] } }
  assignPath(data, 'root.cn.[0].v', 'b')
  assignPath(data, 'root.cn[1].cn[0]', { v: 'c' })
  assignPath(data, 'title', 'd')
  expect(data).toEqual({ root: { cn: [{ v: 'b' }, { cn: [{ v: 'c' }] }] }, title: 'd' })
})

import { expect, it } from 'vitest'
import { noModule, weighModules } from './weigh-modules.ts'

const script = 'a("步道");b()\nc()'
// The first line is of b.ts from its seventh character on; the second is of nobody.
const map = { version: 3, sources: ['a.ts', 'b.ts'], names: [], mappings: 'AAAA,OCAA' }

it('counts bytes, not characters, and every one of them once', () => {
  const bytes = weighModules(script, JSON.stringify(map))
  expect(Object.fromEntries(bytes)).toEqual({ 'a.ts': 11, 'b.ts': 4, [noModule]: 4 })
  expect([...bytes.values()].reduce((sum, count) => sum + count)).toBe(Buffer.byteLength(script))
})

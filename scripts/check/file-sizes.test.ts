import { describe, expect, it } from 'vitest'
import { fileSizeFaults } from './file-sizes.ts'

const files = (...sizes: number[]) => sizes.map((lines, index) => ({ path: `file-${index}.ts`, lines }))

describe('fileSizeFaults', () => {
  it('finds nothing in small files', () => {
    expect(fileSizeFaults(files(...Array<number>(19).fill(60), 250))).toEqual([])
  })

  it('names a file that is too long', () => {
    expect(fileSizeFaults(files(...Array<number>(99).fill(10), 401))).toEqual([
      'file-99.ts has 401 lines, more than 400',
    ])
  })

  it('tells a median that is too high', () => {
    expect(fileSizeFaults(files(10, 61, 62))).toEqual(['the median source file has 61 lines, more than 60'])
  })

  it('tells a 95th percentile that is too high', () => {
    expect(fileSizeFaults(files(10, 20, 251))).toEqual([
      'the 95th percentile of source files has 251 lines, more than 250',
    ])
  })

  it('finds nothing where there are no files', () => {
    expect(fileSizeFaults([])).toEqual([])
  })
})

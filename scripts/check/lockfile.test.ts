import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'
import { lockfileFaults } from './lockfile.ts'

const lockfile = readFileSync(inRepository('pnpm-lock.yaml'), 'utf8')
const plants: [what: string, line: string][] = [
  [
    'a tarball of another host',
    '    resolution: {integrity: sha512-abcd==, tarball: https://elsewhere.example/zod.tgz}',
  ],
  ['a tarball without integrity', '    resolution: {tarball: https://codeload.github.com/colinhacks/zod/tar.gz/abc}'],
  ['a git repository', '    resolution: {commit: 0123abc, repo: git@github.com:colinhacks/zod.git, type: git}'],
  ['a package key with an address', '  zod@https://codeload.github.com/colinhacks/zod/tar.gz/abc:'],
  ['a quoted package key with an address', "  '@types/pg@git+https://github.com/types/pg.git#abc':"],
  ['a version that is an address', '        version: https://elsewhere.example/zod.tgz'],
  ['a specifier of a git host', '        specifier: github:colinhacks/zod'],
  ['a folder outside', '        version: link:../../../elsewhere/zod'],
  ['a weak hash', '    resolution: {integrity: sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=}'],
]

describe('lockfileFaults', () => {
  it("finds nothing in the repository's own lockfile", () => {
    expect(lockfileFaults(lockfile)).toEqual([])
  })

  it.each(plants)('finds %s', (_what, line) => {
    expect(lockfileFaults(`${lockfile}${line}\n`)).toHaveLength(1)
  })

  it('leaves an address in the words of a deprecation alone', () => {
    expect(lockfileFaults('    deprecated: see https://example.com')).toEqual([])
  })
})

import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { inRepository } from '../lib/repository.ts'
import { bundleFaults } from './bundle-faults.ts'

const clean = {
  'app.json': '{"pages":["pages/home/index"]}',
  'vendors.js': 'exports.__SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED={}',
  'pages/home/index.js': 'const secretary="https://bff.example.com/v1/session?secretary=1"',
}
const plants: [what: string, file: string, content: string][] = [
  ['a word for an AppSecret', 'app.js', 'const appSecret="x"'],
  ['a word for an AppSecret', 'pages/home/index.js', '{APP_SECRET:1}'],
  ['a word for an AppSecret', 'app.js.map', '{"sourcesContent":["WEAPP_APP_SECRET"]}'],
  ['a secret in an address', 'common.js', '"/sns/jscode2session?appid="+a+"&secret="+s'],
  ['code of the simulator', 'app.js', 'fetch(u+"/_sim/login")'],
  ['code of the simulator', 'app.js', 'if(code==="the code is a mock one"){}'],
  ['an address of this machine', 'index.html', '<script src="http://127.0.0.1:3000/a.js"></script>'],
]

describe('bundleFaults', () => {
  it("finds nothing in a clean build, React's own internals included", () => {
    using tree = fixtureTree(clean)
    expect(bundleFaults(tree.root)).toEqual([])
  })

  it.each(plants)('finds %s planted in %s', (what, file, content) => {
    using tree = fixtureTree({ ...clean, [file]: content })
    expect(bundleFaults(tree.root)).toEqual([expect.stringContaining(`${file} holds ${what}`)])
  })

  it('finds zod in a minified bundle of a single schema', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "import { z } from 'zod'; globalThis.schema = z.object({ a: z.string() })",
        resolveDir: inRepository('shared'),
      },
      bundle: true,
      minify: true,
      write: false,
    })
    using tree = fixtureTree({ ...clean, 'vendors.js': outputFiles[0]?.text ?? '' })
    expect(bundleFaults(tree.root)).toEqual([expect.stringContaining('vendors.js holds zod')])
  })
})

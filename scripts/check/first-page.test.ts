import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { firstPageBytes, firstPageFaults } from './first-page.ts'

const html = '<script src="./js/9.aa.js"></script><script src="./js/app.bb.js"></script><link href="./css/app.cc.css">'
const app = `x=[{"path":"pages/home/index","load":function(a){return[Promise.all([u.e(211),u.e(31)]).then(u.bind(u,1)),a]}},
{"path":"pages/ride/index","load":function(a){return[u.e(404).then(u.bind(u,2)),a]}}]`
const loaded = {
  'index.html': html,
  'js/9.aa.js': 'vendors',
  'js/app.bb.js': app,
  'css/app.cc.css': 'p{}',
  'js/211.dd.js': 'home',
  'css/211.ee.css': 'h{}',
  'js/31.ff.js': 'shared',
}
const others = {
  'js/404.gg.js': 'ride',
  'css/404.hh.css': 'r{}',
  'js/211.dd.js.LICENSE.txt': 'MIT',
  'js/2110.ii.js': 'x',
}
const bytes = Object.values(loaded).reduce((sum, text) => sum + gzipSync(text).length, 0)

describe('the first page of H5', () => {
  it('is what the page names and what home asks for, compressed', () => {
    using tree = fixtureTree({ ...loaded, ...others })
    expect(firstPageBytes(tree.root)).toBe(bytes)
  })

  it('counts once what is also fetched ahead', () => {
    const preloading = `${html}<link rel="preload" href="./js/211.dd.js" as="script">`
    const difference = gzipSync(preloading).length - gzipSync(html).length
    using tree = fixtureTree({ ...loaded, 'index.html': preloading })
    expect(firstPageBytes(tree.root)).toBe(bytes + difference)
  })

  it('holds to the byte', () => {
    using tree = fixtureTree({ ...loaded, ...others })
    expect(firstPageFaults(tree.root, { firstPageGzipBytes: bytes })).toEqual([])
    expect(firstPageFaults(tree.root, { firstPageGzipBytes: bytes - 1 })).toEqual([
      expect.stringMatching(/^the first page has .* 1 bytes more/),
    ])
  })

  it('is not measured where nothing says how it is loaded', () => {
    using tree = fixtureTree({ ...loaded, 'js/app.bb.js': '' })
    expect(() => firstPageBytes(tree.root)).toThrow('pages/home/index')
  })
})

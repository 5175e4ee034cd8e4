import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { weappDist } from './support/phone.ts'

/** Tencent's own WXML compiler, the one inside DevTools. It throws at the first template it cannot read. */
const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as { wxmlToJs(folder: string): string }

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

it('passes the WXML compiler of DevTools, every page of it', () => {
  const compiled = wxmlToJs(weappDist)
  const app = JSON.parse(readFileSync(`${weappDist}/app.json`, 'utf8')) as AppJson
  const pages = [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
  expect(pages).toContain('pages/profile/index')
  for (const file of ['base', ...pages]) expect(compiled).toContain(`${file}.wxml`)
})

import { createRequire } from 'node:module'
import { expect, it } from 'vitest'
import { weappDist } from './support/phone.ts'

/** Tencent's own WXML compiler, the one inside DevTools. It throws at the first template it cannot read. */
const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as { wxmlToJs(folder: string): string }

it('passes the WXML compiler of DevTools, every page of it', () => {
  const compiled = wxmlToJs(weappDist)
  for (const page of ['base.wxml', 'pages/home/index.wxml', 'pages/profile/index.wxml', 'pages/agreement/index.wxml']) {
    expect(compiled).toContain(page)
  }
})

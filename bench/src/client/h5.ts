import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { defaultApps } from '@trailpass/simulator'
import { listFiles } from '../../../bff/src/lib/list-files.ts'
import { launchBrowser } from '../../../e2e/support/browser.ts'
import { startH5Site } from '../../../e2e/support/h5-site.ts'
import { type Stack, startStack } from '../../../e2e/support/stack.ts'
import { ensureBuilt } from '../../../scripts/build/ensure-built.ts'
import { outputFolder } from '../../../scripts/build/output-folder.ts'
import { firstPageBytes } from '../../../scripts/check/first-page.ts'
import { findChromium } from '../../../scripts/test/chromium.ts'
import { type Measurement, type Row, toFigure } from '../findings.ts'
import { bareTaro } from './bare-taro.ts'
import { type Paint, paintPage } from './paint.ts'

const runs = 5

/** The web client's bytes and first paints on a slow line, beside those of a bare Taro page. */
export const h5: Measurement = {
  name: 'client.h5',
  async measure() {
    const chromium = findChromium()
    const skipped = { name: 'client.h5', unit: '', median: 0, min: 0, max: 0, runs: 0 }
    if (chromium === undefined) return { rows: [{ ...skipped, note: 'skipped: no Chromium; CHROMIUM_PATH names one' }] }

    await ensureBuilt('bff')
    await ensureBuilt('h5', { TARO_APP_H5_APP_ID: defaultApps.h5.appId })
    const bare = await bareTaro('h5')
    const rows = [
      ...sizesOf('client.h5', outputFolder('h5'), 'pages/home/index'),
      ...sizesOf('client.h5.bare', bare, 'pages/index/index'),
    ]
    const { ours, bares } = await paintInTurn(chromium, bare)
    return { rows: [...rows, ...paintsOf('client.h5', ours), ...paintsOf('client.h5.bare', bares)] }
  },
}

async function paintInTurn(chromium: string, bare: string): Promise<{ ours: Paint[]; bares: Paint[] }> {
  const site = await startH5Site(() => stack.bff.url)
  const bareSite = await startH5Site(() => stack.bff.url, { dist: bare })
  const stack: Stack = await startStack({ LOG_LEVEL: 'warn', PUBLIC_H5_URL: site.url })
  const browser = await launchBrowser(chromium)
  try {
    const [ours, bares]: [Paint[], Paint[]] = [[], []]
    for (let run = 0; run < runs; run++) {
      ours.push(await paintPage(browser, site.url, '青龙湖步道'))
      bares.push(await paintPage(browser, bareSite.url, 'Hello world!'))
    }
    return { ours, bares }
  } finally {
    await browser.close()
    await site.close()
    await bareSite.close()
    await stack.stop()
  }
}

function sizesOf(name: string, dist: string, firstPage: string): Row[] {
  const all = listFiles(dist)
    .filter((file) => /\.(html|js|css)$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
  return [
    { name: `${name}.first_page_gzip`, unit: 'bytes', ...toFigure([firstPageBytes(dist, firstPage)]) },
    { name: `${name}.all_gzip`, unit: 'bytes', ...toFigure([all]) },
  ]
}

function paintsOf(name: string, paints: Paint[]): Row[] {
  const row = (what: string, unit: string, value: (paint: Paint) => number): Row => ({
    name: `${name}.${what}`,
    unit,
    ...toFigure(paints.map(value)),
  })
  return [
    row('first_contentful_paint', 'ms', ({ firstContentMs }) => firstContentMs),
    row('largest_contentful_paint', 'ms', ({ largestContentMs }) => largestContentMs),
    row('received', 'bytes', ({ bytes }) => bytes),
  ]
}

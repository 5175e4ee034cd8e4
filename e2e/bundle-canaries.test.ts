import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'
import { defaultApps } from '@trailpass/simulator'
import { expect, it } from 'vitest'
import { findCanaries } from '../bff/test/support/canaries.ts'
import { figure, patience } from '../bff/test/support/figure.ts'
import { removeStamp } from '../scripts/build/build-stamp.ts'
import { compile } from '../scripts/build/compile.ts'
import { outputFolder } from '../scripts/build/output-folder.ts'

/** How many targets are built anew where every secret stands in the environment; the others are looked at as they are. */
const builds = figure('BUILDS', 0)
const random = () => randomBytes(32).toString('base64')
const variables = {
  WEAPP_APP_SECRET: random(),
  H5_APP_SECRET: random(),
  DOUYIN_APP_SECRET: random(),
  ALIPAY_PRIVATE_KEY: random(),
  MASTER_KEY: random(),
  OPERATOR_TOKEN: random(),
  WEAPP_PUSH_TOKEN: random(),
  WEAPP_PUSH_AES_KEY: random(),
  DATABASE_URL: `postgres://user:${randomBytes(16).toString('hex')}@127.0.0.1/test`,
}
const canaries = {
  ...variables,
  ...Object.fromEntries(
    Object.entries<object>(defaultApps).flatMap(([name, app]) =>
      'secret' in app ? [[`simulated ${name}`, String(app.secret)]] : [],
    ),
  ),
}

it.each((['bff', 'weapp', 'alipay', 'tt', 'h5'] as const).slice(0, Math.max(builds, 4)))(
  'no secret of whoever builds %s is in a file of it or in a source map',
  { timeout: patience(120_000) },
  async (target) => {
    if (builds > 0) await compile(target, { ...process.env, ...variables })
    try {
      const folder = outputFolder(target)
      const files = listFiles(folder)
      expect(files.length).toBeGreaterThan(3)
      const read = (file: string): [string, string] => [file, readFileSync(join(folder, file), 'latin1')]
      const places = Object.fromEntries(files.map(read))
      expect(findCanaries(canaries, places)).toEqual([])
      const [last = ''] = files.slice(-1)
      const planted = findCanaries(canaries, { [last]: `${places[last]}${encodeURIComponent(variables.MASTER_KEY)}` })
      expect(planted[0]).toMatchObject({ canary: 'MASTER_KEY', place: last })
    } finally {
      // The next who wants it builds it in an environment of their own.
      if (builds > 0) removeStamp(target)
    }
  },
)

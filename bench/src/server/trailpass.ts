import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inRepository } from '../../../scripts/lib/repository.ts'
import { type Contestant, startContestant } from '../contestants/start-contestant.ts'
import type { Stores } from '../options.ts'
import { createScratchDatabase } from './scratch-database.ts'

export const kinds = ['embedded', 'scaled'] as const
export type Kind = (typeof kinds)[number]

export const appId = 'wxbenchbenchbench1'

export const builtBff = inRepository('bff', 'dist', 'main.js')
const masterKey = randomBytes(32).toString('base64')

/** As in production, which takes no platform of this machine and knows no limits that do not limit. */
export const trailpassEnv = (wechatUrl: string): Record<string, string> => ({
  NODE_ENV: 'development',
  PORT: '0',
  MASTER_KEY: masterKey,
  WECHAT_API_URL: wechatUrl,
  WEAPP_APP_ID: appId,
  WEAPP_APP_SECRET: 'bench',
  RATE_LIMIT_FACTOR: '1000000',
})

/** The built BFF as it is in production, but that its platform is on this machine and its limits do not limit. */
export async function startTrailpass(
  kind: Kind,
  wechatUrl: string,
  { stores, env = {} }: { stores?: Stores | undefined; env?: Record<string, string> } = {},
): Promise<Contestant> {
  const dataDir = mkdtempSync(join(tmpdir(), 'trailpass-bench-'))
  const scratch = kind === 'scaled' && stores ? await createScratchDatabase(stores) : undefined
  const contestant = await startContestant(`trailpass, ${kind}`, [builtBff], {
    ...trailpassEnv(wechatUrl),
    DATA_DIR: dataDir,
    ...scratch?.env,
    ...env,
  })
  return {
    ...contestant,
    async stop() {
      await contestant.stop()
      await scratch?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

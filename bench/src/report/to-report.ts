import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { askVersions } from '../../../scripts/lib/machine.ts'
import { inRepository } from '../../../scripts/lib/repository.ts'
import type { Figure, Findings, Goal, Row } from '../findings.ts'
import type { Stores } from '../options.ts'
import { merge } from '../server/rows.ts'

export interface Report {
  measuredAt: string
  machine: { cores: number; cpu: string; memoryGigabytes: number; system: string }
  versions: Record<string, string>
  /** Another server's CPU a request divided by ours: the limit's, or the usual stack's where the name says so. */
  ratios: Record<string, Figure>
  goals: Goal[]
  rows: Row[]
}

export async function toReport(found: readonly Findings[], stores: Stores | undefined): Promise<Report> {
  const { rows, ratios = {}, goals = [] } = merge(...found)
  return {
    measuredAt: new Date().toISOString(),
    machine: {
      cores: cpus().length,
      cpu: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGigabytes: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${process.arch}`,
    },
    versions: { node: process.versions.node, ...packageVersions(), ...(stores && (await storeVersions(stores))) },
    ratios,
    goals,
    rows,
  }
}

/** Of what is compared, as the lockfile has them. */
function packageVersions(): Record<string, string> {
  const names = ['koa', 'undici', 'libsql', 'axios', 'koa-body', 'jsonwebtoken', 'node-easywechat', 'better-auth']
  return Object.fromEntries(
    names.map((name) => {
      const file = inRepository('bench', 'node_modules', name, 'package.json')
      return [name, (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version]
    }),
  )
}

async function storeVersions({ databaseUrl, redisUrl }: Stores): Promise<Record<string, string>> {
  const { postgres, redis } = await askVersions({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl })
  return { PostgreSQL: postgres, Redis: redis }
}

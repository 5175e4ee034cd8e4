import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '@trailpass/bff/lib/list-files.ts'
import { inRepository } from '../lib/repository.ts'
import { outputFolder } from './output-folder.ts'
import type { Target } from './targets.ts'

const sharedInputs = ['shared/src', 'shared/package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', 'scripts/build']
const bffInputs = ['bff/src', 'bff/package.json']
const clientInputs = [
  'client/src',
  'client/config',
  'client/types',
  'client/babel.config.js',
  'client/package.json',
  'client/privacy.json',
  'client/project.config.json',
  'client/tsconfig.json',
  'client/.env',
  'client/.env.local',
  'client/.env.production',
  'client/.env.production.local',
]

/** Changes with everything that a build of the target is made from. */
export function inputFingerprint(target: Target, env: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256')
  for (const path of [...sharedInputs, ...(target === 'bff' ? bffInputs : clientInputs)]) {
    const place = inRepository(path)
    if (existsSync(place)) hash.update(statSync(place).isDirectory() ? folderFingerprint(place) : readFileSync(place))
    hash.update(`\0${path}\0`)
  }
  if (target !== 'bff') hash.update(JSON.stringify(buildVariables(env)))
  return hash.digest('hex')
}

/** Changes when anybody else (a development build, say) has written into the build. */
export function outputFingerprint(target: Target): string {
  const folder = outputFolder(target)
  return existsSync(folder) ? folderFingerprint(folder) : ''
}

/** Of the files in it, but for tests. */
export function folderFingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const file of listFiles(folder)) {
    if (!/\.test\.tsx?$/.test(file))
      hash
        .update(`${file}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0')
  }
  return hash.digest('hex')
}

function buildVariables(env: NodeJS.ProcessEnv): [string, string | undefined][] {
  return Object.entries({ ...process.env, ...env })
    .filter(([name]) => name.startsWith('TARO_APP_'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

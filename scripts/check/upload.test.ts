import { chmodSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as yaml from 'yaml'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { inRepository } from '../lib/repository.ts'
import { lockfileFaults } from './lockfile.ts'

const read = (...path: string[]) => readFileSync(inRepository(...path), 'utf8')
const { readSettings } = (await import(pathToFileURL(inRepository('tools', 'upload', 'settings.mjs')).href)) as {
  readSettings(given: { action?: string; env: Record<string, string>; root: string }): Record<string, unknown>
}
const built = {
  'package.json': '{"version":"1.2.3"}',
  'client/dist/weapp/app.json': '{}',
  'client/dist/weapp/pages/home/index.js': 'call("https://trail.example.org/v1")',
  'upload.key': 'key',
}
const appId = 'wx0123456789abcdef'

/** `undefined` for settings that are right. */
function refusalOf(files: Record<string, string>, env: Record<string, string> = {}, mode = 0o600): string | undefined {
  using tree = fixtureTree(files)
  const keyFile = join(tree.root, 'upload.key')
  if ('upload.key' in files) chmodSync(keyFile, mode)
  const given = { WEAPP_APP_ID: appId, UPLOAD_KEY_FILE: keyFile, ...env }
  try {
    readSettings({ action: 'upload', env: given, root: tree.root })
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

describe('what is handed to WeChat', () => {
  it('is the build, in the version of the repository', () => {
    using tree = fixtureTree(built)
    chmodSync(join(tree.root, 'upload.key'), 0o600)
    const env = { WEAPP_APP_ID: appId, UPLOAD_KEY_FILE: join(tree.root, 'upload.key') }
    const settings = readSettings({ action: 'preview', env, root: tree.root })
    expect(settings).toMatchObject({ appId, version: '1.2.3', robot: 1, project: join(tree.root, 'client') })
  })

  it('is refused with every fault at once', () => {
    const { 'client/dist/weapp/app.json': _, 'upload.key': __, ...files } = built
    const refusal = refusalOf(files, { WEAPP_APP_ID: 'touristappid', UPLOAD_ROBOT: '31' })
    for (const word of ['WEAPP_APP_ID', 'UPLOAD_ROBOT', 'UPLOAD_KEY_FILE', 'no built mini program']) {
      expect(refusal).toContain(word)
    }
  })

  it.each(['http://127.0.0.1:3000', 'https://bff.example.com'])('is refused when it calls %s', (url) => {
    expect(refusalOf({ ...built, 'client/dist/weapp/common.js': `a="${url}"` })).toContain(`the build calls ${url}`)
  })

  it.skipIf(process.platform === 'win32')('is refused with a key that everybody may read', () => {
    expect(refusalOf(built)).toBeUndefined()
    expect(refusalOf(built, {}, 0o644)).toContain('chmod 600')
  })
})

it('comes with a lockfile of its own that names no other source than the registry', () => {
  expect(lockfileFaults(read('tools', 'upload', 'pnpm-lock.yaml'))).toEqual([])
})

it('the workflow for adopters gives only variables that are read', () => {
  const { jobs } = yaml.parse(read('deploy', 'ci', 'github-actions.yml')) as {
    jobs: Record<string, { env?: object; steps: { env?: object; run?: string }[] }>
  }
  const names = Object.values(jobs).flatMap(({ env = {}, steps }) =>
    [env, ...steps.map((step) => step.env ?? {})].flatMap((given) => Object.keys(given)),
  )
  const readers = read('tools', 'upload', 'settings.mjs') + read('client', 'config', 'env.ts')
  // UPLOAD_KEY becomes the file of UPLOAD_KEY_FILE.
  for (const name of names.filter((each) => each !== 'UPLOAD_KEY')) expect(readers).toMatch(new RegExp(`\\b${name}\\b`))
})

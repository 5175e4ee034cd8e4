import { spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { withBuildLock } from './build-lock.ts'

describe('withBuildLock', () => {
  it('lets one build go after the other', async () => {
    using tree = fixtureTree({})
    const lock = join(tree.root, 'builds', 'lock')
    const events: string[] = []
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    const one = withBuildLock(async () => {
      events.push('one begins')
      await released
      events.push('one ends')
    }, lock)
    const two = withBuildLock(async () => void events.push('two'), lock)
    release()
    await Promise.all([one, two])
    expect(events).toEqual(['one begins', 'one ends', 'two'])
    expect(existsSync(lock)).toBe(false)
  })

  it('is free again after a build that failed', async () => {
    using tree = fixtureTree({})
    const lock = join(tree.root, 'lock')
    await expect(withBuildLock(() => Promise.reject(new Error('no')), lock)).rejects.toThrow('no')
    expect(await withBuildLock(async () => 'yes', lock)).toBe('yes')
  })

  it('is free when its holder is gone', async () => {
    using tree = fixtureTree({})
    const lock = join(tree.root, 'lock')
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    writeFileSync(lock, String(pid))
    expect(await withBuildLock(async () => 'yes', lock)).toBe('yes')
  })
})

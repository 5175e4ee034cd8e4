import { existsSync, readFileSync } from 'node:fs'
import { envSchema } from '@trailpass/bff/config/env.ts'
import { describe, expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'

const read = (...path: string[]) => readFileSync(inRepository(...path), 'utf8')
const guide = read('docs', 'going-live.md')
const all = (pattern: RegExp) => [...guide.matchAll(pattern)].map(([, found = '']) => found)

describe('the guide to going live', () => {
  it('quotes checks that the doctor has', () => {
    const [, union = ''] =
      /type CheckName =([^\n]*(?:\n {2}\|[^\n]*)+)/.exec(read('bff', 'src', 'doctor', 'finding.ts')) ?? []
    const checks = [...union.matchAll(/'([\w-]+)'/g)].map(([, name]) => name)
    const quoted = all(/^(?:ok|advice|wrong|unknown) +([\w-]+) {2}/gm)
    expect(quoted.length).toBeGreaterThan(10)
    expect(checks).toEqual(expect.arrayContaining(quoted))
  })

  it('names variables that somebody reads', () => {
    const readers = Object.keys(envSchema.shape).join(' ') + read('client', 'config', 'env.ts')
    const known = `${readers} ${read('tools', 'upload', 'settings.mjs')}`
    for (const name of all(/\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g)) expect(known).toMatch(new RegExp(`\\b${name}\\b`))
  })

  it('asks for the base library that DevTools opens with, old enough for those whom WeChat still gives a profile', () => {
    const [minimum = ''] = all(/base library's minimum to (\d+\.\d+\.\d+)/g)
    expect(JSON.parse(read('client', 'project.config.json')).libVersion).toBe(minimum)
    expect(read('client', 'README.md')).toContain(`base library ${minimum}`)
    expect(read('e2e', 'weapp-payloads.test.ts')).toContain(`baseLibrary: '${minimum}'`)
    expect(minimum.localeCompare('2.21.2', 'en', { numeric: true })).toBe(-1)
  })

  it('leads to files that are there', () => {
    const links = all(/\]\(([^)#]+)\)/g).map((link) => ['docs', link] as const)
    const tests = all(/`((?:e2e|bff)\/[\w./-]+)`/g).map((path) => [path] as const)
    for (const path of [...links, ...tests]) expect(existsSync(inRepository(...path)), path.join('/')).toBe(true)
  })
})

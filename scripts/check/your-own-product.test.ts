import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'
import { repositoryFiles } from './repository-files.ts'

const guide = readFileSync(inRepository('docs', 'your-own-product.md'), 'utf8')
const files = repositoryFiles()
const wordsOf = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, word = '']) => word)

/** Whether a file or a folder has the name, which may leave out what comes before and how a file ends. */
function isThere(name: string, within = ''): boolean {
  const pattern = name.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replace(/\/$/, '')
  const named = new RegExp(`^(.*/)?${pattern}(\\.(test\\.)?tsx?)?(/|$)`)
  return files.some((file) => file.startsWith(within) && named.test(file.slice(within.length)))
}

describe('the guide to another product', () => {
  it('names paths that are there', () => {
    const paths = wordsOf(guide).filter((word) => /^[\w.-]+(\/[\w.*-]+)+\/?$/.test(word) || /^[\w-]+\.tsx?$/.test(word))
    expect(paths.length).toBeGreaterThan(40)
    expect(paths.filter((path) => !isThere(path))).toEqual([])
  })

  it.each(['shared', 'bff', 'client', 'simulator'])('names parts of %s that are there', (part) => {
    const [row = ''] = new RegExp(`^\\| ${part} \\|.*$`, 'm').exec(guide) ?? []
    const names = wordsOf(row).filter((word) => word !== 'kernel-knows-no-product' && !word.startsWith('src/'))
    expect(names.filter((name) => !isThere(name, `${part}/src/`))).toEqual([])
  })

  it('names every script that asks for what the trail serves', () => {
    const operations = wordsOf(/^\| shared \|.*\|(.*)\|$/m.exec(guide)?.[1] ?? '')
      .map((name) =>
        readFileSync(inRepository('shared', 'src', `${name.includes('/') ? '' : 'contract/'}${name}.ts`), 'utf8'),
      )
      .flatMap((source) => [...source.matchAll(/= endpoint<[^(]*\(\s*'(\w+)',\s*'\w+',\s*'([^':]+)/g)])
      .flatMap(([, name = '', path = '']) => [name, path])
    expect(operations).toEqual(expect.arrayContaining(['reportDevice', '/v1/overview', 'listRides']))
    const asks = new RegExp(operations.map((word) => (word.startsWith('/') ? word : `\\b${word}\\b`)).join('|'))
    const scripts = files.filter((file) => /^(scripts|e2e\/support)\/.*(?<!\.test)\.ts$/.test(file))
    const asking = scripts.filter((file) => asks.test(readFileSync(inRepository(file), 'utf8')))
    expect(asking.length).toBeGreaterThan(3)
    expect(asking.filter((file) => !guide.includes(file))).toEqual([])
  })
})

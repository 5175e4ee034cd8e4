import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { privacyKinds } from '@trailpass/simulator/hosts/node'
import { listFiles } from '../lib/list-files.ts'

const known = [...new Set(Object.values(privacyKinds).flat())]

/**
 * The privacy interfaces that a built mini program uses, by the names of `privacyKinds`. A name in quotes is only a
 * name: Taro lists all there are. A call by a computed name is not seen here; the drill of promise 32 sees it run.
 */
export function findUsed(folder: string): string[] {
  const read = (ending: string) =>
    listFiles(folder)
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
  const code = read('.js')
  const templates = read('.wxml')
  const openTypes = new Set([...code.matchAll(/\bopenType:"([^"]*)"/g)].flatMap(([, types = '']) => types.split('|')))

  return known.filter((name) => {
    if (name.startsWith('button.')) return openTypes.has(name.slice('button.'.length))
    if (name.startsWith('input.')) return code.includes(`type:"${name.slice('input.'.length)}"`)
    if (name.startsWith('<')) return new RegExp(`${name.slice(0, -1)}[\\s/>]`).test(templates)
    return new RegExp(`(?<!["'\\w])${name}(?!["'\\w])`).test(code)
  })
}

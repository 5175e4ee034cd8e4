import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** How Taro's base.wxml renders one kind of node. */
export interface Template {
  tag: string
  /** Attribute name → the key of the node that holds its value. */
  attributes: ReadonlyMap<string, string>
  /** Event types in lower case that reach the page's code. */
  events: ReadonlySet<string>
}

const templatePattern = /<template name="tmpl_0_([\w-]+)">\s*<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g
const attributePattern = /([\w:-]+)="([^"]*)"/g
const keyPattern = /\bi\.(\w+)/

/** The templates by node name (`nn`). Taro shortens node and attribute names, and only the build knows how. */
export function readTemplates(dist: string): ReadonlyMap<string, Template> {
  const file = path.join(dist, 'base.wxml')
  const wxml = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const templates = new Map<string, Template>()
  for (const [, name = '', tag = '', rest = ''] of wxml.matchAll(templatePattern)) {
    // A field has two variants that differ in `focus` alone, and an entry that chooses between them.
    if (tag !== 'template') templates.set(name.replace(/_(focus|blur)$/, ''), read(tag, rest))
  }
  return templates
}

function read(tag: string, rest: string): Template {
  const attributes = new Map<string, string>()
  const events = new Set<string>()
  for (const [, name = '', value = ''] of rest.matchAll(attributePattern)) {
    const event = /^(?:capture-)?(?:bind|catch):?(\w+)$/.exec(name)?.[1]
    const key = keyPattern.exec(value)?.[1]
    if (event !== undefined) events.add(event.toLowerCase())
    else if (key !== undefined) attributes.set(name, key)
  }
  return { tag, attributes, events }
}

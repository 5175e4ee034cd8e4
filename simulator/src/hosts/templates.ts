import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** How one of Taro's templates renders a kind of node. */
export interface Template {
  tag: string
  /** Attribute name → the key of the node that holds its value. */
  attributes: ReadonlyMap<string, string>
  /** The bound event types: lower case → the platform's spelling. */
  events: ReadonlyMap<string, string>
}

/** A platform's template syntax for event bindings. */
export interface Marking {
  /** Finds the event type in the name of an attribute. */
  event: RegExp
  /** The type that page code receives. */
  type(written: string): string
}

const templatePattern = /<template name="tmpl_0_([\w-]+)">\s*<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)/g
const attributePattern = /([\w:-]+)="([^"]*)"/g
const keyPattern = /\bi\.(\w+)/

/** The templates by node name (`nn`). Taro shortens node and attribute names, and only the build knows how. */
export function readTemplates(
  dist: string,
  { templates: name, marking }: { templates: string; marking: Marking },
): ReadonlyMap<string, Template> {
  const file = path.join(dist, name)
  const wxml = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const templates = new Map<string, Template>()
  for (const [, name = '', tag = '', rest = ''] of wxml.matchAll(templatePattern)) {
    // Input fields have two variants that differ only in `focus`, and an entry that chooses between them.
    if (tag !== 'template') templates.set(name.replace(/_(focus|blur)$/, ''), read(tag, rest, marking))
  }
  return templates
}

function read(tag: string, rest: string, marking: Marking): Template {
  const attributes = new Map<string, string>()
  const events = new Map<string, string>()
  for (const [, name = '', value = ''] of rest.matchAll(attributePattern)) {
    const event = marking.event.exec(name)?.[1]
    const key = keyPattern.exec(value)?.[1]
    if (event !== undefined) events.set(event.toLowerCase(), marking.type(event))
    else if (key !== undefined) attributes.set(name, key)
  }
  return { tag, attributes, events }
}

import type { Template } from './templates.ts'

/** A node as Taro sends it to the screen. Its other keys are attributes under shortened names. */
export interface PageNode {
  /** Which template draws it. */
  nn: string
  sid: string
  /** The `id` in the source, when there is one. */
  uid?: string
  /** Text. */
  v?: string
  cn?: PageNode[]
  [attribute: string]: unknown
}

/** One page's nodes, readable by the names of the source. */
export interface PageTree {
  root: PageNode
  find(id: string): PageNode | undefined
  /** The node and its ancestors, up to the root. */
  lineage(node: PageNode): PageNode[]
  /** The tag in the source, `#text` for text. */
  tag(node: PageNode): string
  /** Also finds nodes that the template does not render. */
  attribute(node: PageNode, name: string): unknown
  /** The event type as page code receives it; `undefined` if it is not bound. */
  listener(node: PageNode, event: string): string | undefined
}

export function createPageTree(root: PageNode, templates: ReadonlyMap<string, Template>): PageTree {
  function pathTo(isWanted: (node: PageNode) => boolean, node: PageNode = root): PageNode[] | undefined {
    if (isWanted(node)) return [node]
    for (const child of node.cn ?? []) {
      const found = pathTo(isWanted, child)
      if (found !== undefined) return [...found, node]
    }
    return undefined
  }

  return {
    root,
    find: (id) => pathTo((node) => node.uid === id || node.sid === id)?.[0],
    lineage: (node) => pathTo((candidate) => candidate === node) ?? [],
    tag: (node) => (node.v !== undefined && node.cn === undefined ? '#text' : (templates.get(node.nn)?.tag ?? node.nn)),
    attribute: (node, name) => node[templates.get(node.nn)?.attributes.get(name) ?? camelCase(name)],
    listener: (node, event) => templates.get(node.nn)?.events.get(event),
  }
}

const camelCase = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

export function* walk(node: PageNode): Generator<PageNode> {
  yield node
  for (const child of node.cn ?? []) yield* walk(child)
}

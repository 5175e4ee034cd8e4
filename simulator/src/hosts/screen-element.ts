import type { PageNode, PageTree } from './page-tree.ts'
import { wordsOf } from './screen-text.ts'

/** One element of the screen, by the names of the source. */
export interface ScreenElement {
  id: string
  tag: string
  text: string
  attribute(name: string): unknown
}

export const elementOf = (node: PageNode, tree: PageTree): ScreenElement => ({
  id: node.uid ?? node.sid,
  tag: tree.tag(node),
  text: wordsOf(node, tree),
  attribute: (name) => tree.attribute(node, name),
})

import type { PageNode, PageTree } from './page-tree.ts'

const inlineTags = new Set(['#text', 'text', 'image', 'icon', 'button'])
const fieldTags = new Set(['input', 'textarea'])
const tickTags = new Set(['checkbox', 'radio', 'switch'])
const ticked = '☑'
const unticked = '☐'

/**
 * The screen as lines: `[ 提交 ]` is a button, `( 提交 )` one that cannot be pressed, `☑`/`☐` a box,
 * `<小林>` what stands in a field, `<昵称…>` the hint of an empty one.
 */
export function screenLines(tree: PageTree, typed: ReadonlyMap<string, string>): string[] {
  const lines: string[] = []
  let line: string[] = []

  function endLine() {
    // A checkbox is on the line of its label.
    if (line.length === 0 || (line.length === 1 && (line[0] === ticked || line[0] === unticked))) return
    lines.push(line.join(' '))
    line = []
  }

  function draw(node: PageNode) {
    const piece = describe(node, tree, typed)
    if (piece === '') return
    if (piece !== undefined) {
      line.push(piece)
      return
    }
    endLine()
    for (const child of node.cn ?? []) draw(child)
    endLine()
  }

  draw(tree.root)
  return line.length > 0 ? [...lines, line.join(' ')] : lines
}

/** The text of an element on its line; `undefined` for a container. */
function describe(node: PageNode, tree: PageTree, typed: ReadonlyMap<string, string>): string | undefined {
  const tag = tree.tag(node)
  if (fieldTags.has(tag)) {
    const value = typed.get(node.sid) ?? tree.attribute(node, 'value')
    return value ? `<${value}>` : `<${tree.attribute(node, 'placeholder') ?? ''}…>`
  }
  const checked = tree.attribute(node, tickTags.has(tag) ? 'checked' : 'aria-checked')
  if (checked !== undefined || tickTags.has(tag)) return String(checked) === 'true' ? ticked : unticked
  if (tag !== 'button') return inlineTags.has(tag) ? wordsOf(node, tree) : undefined
  const label = wordsOf(node, tree) || String(tree.attribute(node, 'aria-label') ?? '')
  return tree.attribute(node, 'disabled') === true ? `( ${label} )` : `[ ${label} ]`
}

/** A text element is one run of text; different elements are separated. */
export function wordsOf(node: PageNode, tree: PageTree): string {
  if (node.v !== undefined) return node.v
  const words = (node.cn ?? []).map((child) => wordsOf(child, tree)).filter((part) => part !== '')
  return words.join(tree.tag(node) === 'text' ? '' : ' ')
}

import { createPageTree, type PageNode, type PageTree, walk } from './page-tree.ts'
import type { PageInstance, Pages } from './pages.ts'
import type { Template } from './templates.ts'

/** User interaction. Ids are those of the source; an unknown id is an error. */
export interface Interaction {
  tree(): PageTree
  /** Typed text by node; native fields keep it even if page code does not. */
  readonly typed: ReadonlyMap<string, string>
  fire(id: string, type: string, detail?: object): void
  tap(id: string): void
  input(id: string, value: string): void
  submit(id: string, values?: object): void
}

interface InteractionOptions {
  pages: Pages
  templates: ReadonlyMap<string, Template>
  /** Handles a button's `open-type`. */
  openType(type: string, answer: (event: string, detail: object) => void, buttonId: string): void
}

// https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxml/event.html
const bubbling = new Set(['tap', 'longpress', 'longtap', 'touchstart', 'touchmove', 'touchend', 'touchcancel'])
const fieldTags = new Set(['input', 'textarea', 'switch', 'slider', 'picker', 'checkbox-group', 'radio-group'])

export function createInteraction({ pages, templates, openType }: InteractionOptions): Interaction {
  const typed = new Map<string, string>()

  function top(): PageInstance {
    const page = pages.top()
    if (page === undefined) throw new Error('no page is open')
    return page
  }

  const tree = () => createPageTree((top().data.root ?? { nn: 'root', sid: 'root' }) as PageNode, templates)

  function get(id: string): [PageTree, PageNode] {
    const current = tree()
    const node = current.find(id)
    if (node === undefined) throw new Error(`nothing with the id "${id}" on ${top().route}`)
    return [current, node]
  }

  function dispatch(current: PageTree, node: PageNode, type: string, detail: object): void {
    const path = bubbling.has(type) ? current.lineage(node) : [node]
    const listeners = path.flatMap((listener) => {
      const spelled = current.listener(listener, type)
      return spelled === undefined ? [] : [{ listener, spelled }]
    })
    if (listeners.length === 0) throw new Error(`nothing listens to "${type}" at "${node.uid ?? node.sid}"`)
    for (const { listener, spelled } of listeners) {
      const event = {
        type: spelled,
        timeStamp: Date.now(),
        detail,
        target: targetOf(node),
        currentTarget: targetOf(listener),
        mark: {},
        touches: [],
        changedTouches: [],
      }
      pages.call(top(), 'eh', event)
    }
  }

  function pressButton(current: PageTree, button: PageNode): void {
    const form = current.lineage(button).find((node) => current.tag(node) === 'form')
    if (current.attribute(button, 'form-type') === 'submit' && form !== undefined) {
      dispatch(current, form, 'submit', { value: formValues(current, form) })
    }
    const type = current.attribute(button, 'open-type')
    if (typeof type === 'string' && type !== '') {
      openType(type, (event, detail) => dispatch(current, button, event, detail), button.uid ?? button.sid)
    }
  }

  function formValues(current: PageTree, form: PageNode): Record<string, unknown> {
    const values: Record<string, unknown> = {}
    for (const node of walk(form)) {
      const name = current.attribute(node, 'name')
      if (typeof name !== 'string' || name === '' || !fieldTags.has(current.tag(node))) continue
      values[name] = typed.get(node.sid) ?? current.attribute(node, 'value') ?? ''
    }
    return values
  }

  return {
    tree,
    typed,
    fire(id, type, detail = {}) {
      const [current, node] = get(id)
      dispatch(current, node, type.toLowerCase(), detail)
    },
    tap(id) {
      const [current, node] = get(id)
      const button = current.lineage(node).find((candidate) => current.tag(candidate) === 'button')
      // As on a phone, a disabled button ignores the tap.
      if (button !== undefined && current.attribute(button, 'disabled') === true) return
      dispatch(current, node, 'tap', { x: 0, y: 0 })
      if (button !== undefined) pressButton(current, button)
    },
    input(id, value) {
      const [current, node] = get(id)
      typed.set(node.sid, value)
      dispatch(current, node, 'input', { value, cursor: value.length, keyCode: 0 })
    },
    submit(id, values = {}) {
      const [current, form] = get(id)
      dispatch(current, form, 'submit', { value: { ...formValues(current, form), ...values } })
    },
  }
}

const targetOf = (node: PageNode) => ({ id: node.uid ?? node.sid, dataset: { sid: node.sid } })

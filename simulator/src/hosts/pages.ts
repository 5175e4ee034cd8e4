import type { Activity } from './activity.ts'
import type { Faults } from './faults.ts'
import { assignPath } from './set-data.ts'

export type Query = Record<string, string>

/** The object passed to `Page`: lifecycles, handlers, `data`. */
export type PageDefinition = Record<string, unknown>

export interface PageInstance extends PageDefinition {
  route: string
  options: Query
  data: Record<string, unknown>
}

export interface SetDataRecord {
  page: string
  keys: string[]
  bytes: number
}

export interface Pages {
  /** Bottom first. */
  readonly stack: PageInstance[]
  readonly setDatas: SetDataRecord[]
  top(): PageInstance | undefined
  open(route: string, query: Query): void
  /** Unloads the topmost pages. */
  close(count: number): void
  /** Calls a lifecycle or handler of a page and records its errors. */
  call(page: PageInstance | undefined, name: string, ...values: unknown[]): unknown
}

interface PagesOptions {
  /** Evaluates the page's code, which calls `Page`. */
  define(route: string): PageDefinition
  parse(json: string): unknown
  defer(run: () => void): void
  activity: Activity
  faults: Faults
}

export function createPages({ define, parse, defer, activity, faults }: PagesOptions): Pages {
  const stack: PageInstance[] = []
  const setDatas: SetDataRecord[] = []
  let created = 0

  function call(page: PageInstance | undefined, name: string, ...values: unknown[]): unknown {
    const handler = page?.[name]
    return typeof handler === 'function' ? faults.guard(() => handler.apply(page, values)) : undefined
  }

  function create(route: string, query: Query): PageInstance {
    const definition = define(route)
    const page: PageInstance = {
      ...definition,
      route,
      options: query,
      data: parse(JSON.stringify(definition.data ?? {})) as Record<string, unknown>,
      __wxExparserNodeId__: String(++created),
      setData(changes: Record<string, unknown>, rendered?: () => void) {
        const json = JSON.stringify(changes)
        setDatas.push({ page: route, keys: Object.keys(changes), bytes: Buffer.byteLength(json) })
        activity.touch()
        const copies = Object.entries(parse(json) as Record<string, unknown>)
        for (const [target, value] of copies) assignPath(page.data, target, value)
        if (typeof rendered === 'function') defer(() => rendered.call(page))
      },
    }
    return page
  }

  return {
    stack,
    setDatas,
    top: () => stack.at(-1),
    call,
    open(route, query) {
      const page = create(route, query)
      stack.push(page)
      call(page, 'onLoad', query)
      call(page, 'onShow')
      defer(() => call(page, 'onReady'))
    },
    close(count) {
      for (const page of stack.splice(Math.max(0, stack.length - count)).reverse()) call(page, 'onUnload')
    },
  }
}

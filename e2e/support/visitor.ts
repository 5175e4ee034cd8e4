import { readFileSync } from 'node:fs'
import { type MiniProgramHost, privacyKinds, type WxPrivacy } from '@trailpass/simulator/hosts/node'
import { createPhone, weappDist } from './phone.ts'
import type { Stack } from './stack.ts'

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

/** Every page of the built mini program. */
export function builtRoutes(): string[] {
  const app = JSON.parse(readFileSync(`${weappDist}/app.json`, 'utf8')) as AppJson
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))]
}

/** Somebody who opens a page and has agreed to nothing in WeChat. */
export interface Visitor {
  user: string
  storage?: ReadonlyMap<string, unknown>
  answers?: NonNullable<Parameters<typeof createPhone>[2]>['answers']
}

/** Everything may be asked for, and nothing has been agreed to. */
export const agreedToNothing = (): WxPrivacy => ({ declared: Object.keys(privacyKinds), agreed: new Set() })

/** Queries without which a page has nothing to show. */
const queries: Record<string, Record<string, string>> = { 'pages/agreement/index': { id: 'privacy-policy' } }

/** A cold start on a page, as a link in a chat opens it. Whatever WeChat asks over the page is cancelled. */
export async function visit(stack: Stack, visitor: Visitor, route: string): Promise<MiniProgramHost> {
  const { user, storage = new Map(), answers = {} } = visitor
  const phone = createPhone(stack, user, {
    storage: new Map(storage),
    privacy: agreedToNothing(),
    answers: { showModal: () => ({ confirm: false, cancel: true }), ...answers },
  })
  phone.start({ path: route, query: queries[route] ?? {} })
  await phone.waitFor(() => phone.webView !== undefined || phone.text() !== '')
  await phone.settle()
  return phone
}

/** The sheets that are open, by their ids, the one on top last. */
export const openSheets = (phone: MiniProgramHost): string[] =>
  phone
    .list('view')
    .filter((element) => element.attribute('aria-role') === 'dialog')
    .map(({ id }) => id)

/** What a finger can press: in the sheet on top, when there is one. */
export const pressables = (phone: MiniProgramHost): string[] =>
  phone
    .list('button', openSheets(phone).at(-1))
    .filter((button) => button.attribute('disabled') !== true)
    .map(({ id }) => id)

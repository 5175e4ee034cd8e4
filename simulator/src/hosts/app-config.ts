import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The page configuration in app.json. */
export interface AppConfig {
  /** The first one is the start page. */
  routes: string[]
  tabRoutes: string[]
  /** The title of pages without their own. */
  title: string
}

interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  window?: { navigationBarTitleText?: string }
  tabBar?: { list?: { pagePath: string }[] }
}

export function readAppConfig(dist: string): AppConfig {
  const file = path.join(dist, 'app.json')
  if (!existsSync(file)) throw new Error(`no mini program at ${dist}: it has no app.json, so build it first`)
  const json = JSON.parse(readFileSync(file, 'utf8')) as AppJson
  const packaged = (json.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => path.posix.join(root, page)),
  )
  return {
    routes: [...json.pages, ...packaged],
    title: json.window?.navigationBarTitleText ?? '',
    tabRoutes: (json.tabBar?.list ?? []).map(({ pagePath }) => pagePath),
  }
}

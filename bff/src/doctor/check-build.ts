import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { listFiles } from '../lib/list-files.ts'
import { type Finding, ok, unknown, wrong } from './finding.ts'
import { findUsedInterfaces, privacyInterfaces } from './privacy-interfaces.ts'

// https://developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html
const packageLimitBytes = 2 * 1024 * 1024
const allLimitBytes = 30 * 1024 * 1024

const subpackages = z.array(z.object({ root: z.string() })).default([])
const appSchema = z.object({
  subPackages: subpackages,
  subpackages,
  requiredPrivateInfos: z.array(z.string()).default([]),
})
const declarationSchema = z.object({
  requiredPrivateInfos: z.array(z.string()),
  information: z.array(z.object({ interfaces: z.array(z.string()) })),
})

/** Compares the built mini program in a client folder, if there is one, with its privacy declaration and the size limits. */
export function checkBuild(client: string): Finding[] {
  const folder = join(client, 'dist', 'weapp')
  if (!existsSync(join(folder, 'app.json'))) {
    const words = `there is no built mini program in ${folder}`
    return [unknown('privacy-declaration', words), unknown('package-size', words)]
  }
  const app = appSchema.parse(readJson(join(folder, 'app.json')))
  return [checkPrivacy(client, folder, app), checkPackages(folder, app)]
}

function checkPrivacy(client: string, folder: string, app: z.output<typeof appSchema>): Finding {
  const file = join(client, 'privacy.json')
  const about = file
  if (!existsSync(file)) return unknown('privacy-declaration', 'there is no declaration', { about })
  const declaration = declarationSchema.parse(readJson(file))
  const declared = declaration.information.flatMap(({ interfaces }) => interfaces)
  const used = findUsedInterfaces(folder, privacyInterfaces)
  const faults = [
    ...without(used, declared).map((name) => `${name} is used but not declared`),
    ...without(declared, used).map((name) => `${name} is declared but not used`),
    ...without(declaration.requiredPrivateInfos, app.requiredPrivateInfos).map(
      (name) => `${name} is missing in app.json`,
    ),
  ]
  if (faults.length === 0)
    return ok('privacy-declaration', `${used.length} interfaces are used and declared`, { about })
  const steps = [
    'Run `npx -y pnpm@10.34.8 privacy`, then file the declaration again at mp.weixin.qq.com › 用户隐私保护指引.',
  ]
  return wrong('privacy-declaration', faults.join('; '), { about, steps })
}

function checkPackages(folder: string, { subPackages, ...app }: z.output<typeof appSchema>): Finding {
  const about = folder
  const roots = [...subPackages, ...app.subpackages].map(({ root }) => `${root.replace(/\/$/, '')}/`)
  const bytesOf = new Map<string, number>()
  for (const file of listFiles(folder).filter((file) => !file.endsWith('.map'))) {
    const root = roots.find((root) => file.startsWith(root)) ?? 'the main package'
    bytesOf.set(root, (bytesOf.get(root) ?? 0) + statSync(join(folder, file)).size)
  }
  const all = [...bytesOf.values()].reduce((sum, bytes) => sum + bytes, 0)
  const faults = [
    ...[...bytesOf]
      .filter(([, bytes]) => bytes > packageLimitBytes)
      .map(([root, bytes]) => `${root} is ${inKilobytes(bytes)}; the limit is 2048 KB`),
    ...(all > allLimitBytes ? [`all packages together are ${inKilobytes(all)}; the limit is 30720 KB`] : []),
  ]
  if (faults.length === 0) return ok('package-size', `${inKilobytes(all)} in ${bytesOf.size} packages`, { about })
  const steps = ['Move pages and images to subpackages or to a server: WeChat rejects larger packages.']
  return wrong('package-size', faults.join('; '), { about, steps })
}

const without = (names: readonly string[], others: readonly string[]) => names.filter((name) => !others.includes(name))
const inKilobytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KB`
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

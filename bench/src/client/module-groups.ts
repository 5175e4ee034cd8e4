/** Who a module of the bundle is of. */
export type ModuleGroup = 'taro' | 'react' | 'zustand' | 'ours' | 'shared' | 'other'

const packages: [names: RegExp, group: ModuleGroup][] = [
  [/^@tarojs\//, 'taro'],
  [/^(react|react-dom|react-reconciler|scheduler)\//, 'react'],
  [/^(zustand|use-sync-external-store)\//, 'zustand'],
]

/** By the module's name as webpack writes it: `webpack:///./src/app.tsx?ca27`, or with `node_modules` in it. */
export function groupOfModule(source: string): ModuleGroup {
  const place = source.replace(/^webpack:\/\/[^/]*\//, '')
  const installed = place.split('node_modules/')
  const inPackage = installed.length > 1 ? installed.at(-1) : undefined
  if (inPackage !== undefined) return packages.find(([names]) => names.test(inPackage))?.[1] ?? 'other'
  if (/^(\.\.\/)+shared\//.test(place)) return 'shared'
  return /^\.\/(src|config)\//.test(place) ? 'ours' : 'other'
}

/** Who a file that is no script is of. */
export function groupOfFile(file: string): 'templates' | 'styles' | 'other' {
  if (/\.(wxml|wxs)$/.test(file)) return 'templates'
  return file.endsWith('.wxss') ? 'styles' : 'other'
}

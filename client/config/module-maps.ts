import path from 'node:path'

/** The part of webpack that is used here. */
interface Webpack {
  SourceMapDevToolPlugin: unknown
}

interface Chain {
  plugin(name: string): { use(plugin: unknown, args: unknown[]): unknown }
}

/** Says in a folder elsewhere which module the bytes of each file are from. The files themselves stay as they ship. */
export function writeModuleMaps(chain: Chain, { SourceMapDevToolPlugin }: Webpack, outputRoot: string, folder: string) {
  const place = path
    .relative(path.resolve(__dirname, '..', outputRoot), folder)
    .split(path.sep)
    .join('/')
  const options = { filename: `${place}/[file].map`, append: false, module: false, noSources: true }
  chain.plugin('module maps').use(SourceMapDevToolPlugin, [options])
}

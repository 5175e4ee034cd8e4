import path from 'node:path'

/** The parts of webpack and of webpack-chain that are used here. */
interface Chain {
  performance: { hints(shown: boolean): unknown }
  resolve: { alias: { set(name: string, value: string | false): unknown } }
  plugin(name: string): {
    use(plugin: unknown, args: unknown[]): unknown
    tap(change: (args: MainPluginOptions[]) => MainPluginOptions[]): unknown
  }
}

interface Webpack {
  NormalModuleReplacementPlugin: unknown
}

interface MainPluginOptions {
  loaderMeta: { extraImportForWeb: string; execBeforeCreateWebApp: string }
}

const elements = path.resolve(__dirname, '../src/components/elements.h5.tsx')
const stylesheet = '@tarojs/components/dist/taro-components/taro-components.css'

/**
 * The browser's own elements in the place of Taro's: those are custom elements with a runtime, a stylesheet and a font,
 * a fifth of all that the first page would load.
 */
export function takeBrowserElements(chain: Chain, webpack: Webpack): void {
  // Taro's H5 runtime alone is over webpack's limits; `check` holds the budgets.
  chain.performance.hints(false)
  // An alias would leave the module its old name, and Taro empties what has that name.
  chain.plugin('browser elements').use(webpack.NormalModuleReplacementPlugin, [/^@tarojs\/components$/, elements])
  chain.resolve.alias.set(stylesheet, false)
  // It would bring pulling down to refresh back in.
  chain.plugin('mainPlugin').tap((args) => {
    for (const { loaderMeta } of args) {
      loaderMeta.extraImportForWeb = ''
      loaderMeta.execBeforeCreateWebApp = ''
    }
    return args
  })
}

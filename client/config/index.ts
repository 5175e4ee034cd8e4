import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { resolveBuildEnv } from './env'
import { bundleH5 } from './h5-bundle'
import { bundleMini } from './mini-bundle'
import { terserOptions } from './terser'

const production = process.env.NODE_ENV === 'production'
const type = process.env.TARO_ENV ?? 'weapp'
const { values, warnings } = resolveBuildEnv(process.env)
for (const warning of warnings) console.warn(`warning: ${warning}`)

// These ship syntax newer than old phones understand; Taro compiles only src by itself.
const modernPackages = /[\\/]node_modules[\\/](zustand|uqr)[\\/]/
const compile = {
  include: [path.resolve(__dirname, '../../shared/src'), (file: string) => modernPackages.test(file)],
}
const outputRoot = `dist/${type}`
const fileName = production ? '[name].[contenthash:8]' : '[name]'
const generateScopedName = production ? '[hash:base64:5]' : '[name]__[local]'
const postcss = { cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName } } }

export default defineConfig({
  projectName: 'trailpass',
  date: '2026-11-22',
  framework: 'react',
  plugins: [path.resolve(__dirname, 'mini-templates.ts')],
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src',
  outputRoot,
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  baseLevel: 8,
  cache: { enable: !production },
  logger: { quiet: true, stats: false },
  env: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, JSON.stringify(value)])),
  terser: { enable: true, config: terserOptions },
  mini: {
    compile,
    enableSourceMap: !production,
    webpackChain: (chain, webpack) => bundleMini(chain, webpack, outputRoot),
    // Nothing here writes markup, and its parser is 9 KB.
    runtime: { enableInnerHTML: false },
    // What only subpackages use travels with them.
    optimizeMainPackage: { enable: true },
    // No two stylesheets decide the same property of an element, so their order is free.
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss,
  },
  h5: {
    compile,
    // Relative, so that it works under any folder; the development server knows only its own root.
    publicPath: production ? './' : '/',
    staticDirectory: 'static',
    enableSourceMap: !production,
    router: { mode: 'hash' },
    webpackChain: bundleH5,
    output: { filename: `js/${fileName}.js`, chunkFilename: `js/${fileName}.js` },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: `css/${fileName}.css`,
      chunkFilename: `css/${fileName}.css`,
    },
    // The browser's own buttons and inputs are used, under their own names, and its own pixels.
    postcss: { ...postcss, htmltransform: { enable: false }, pxtransform: { enable: false } },
    devServer: {
      host: '127.0.0.1',
      port: Number(process.env.H5_PORT ?? 10086),
      open: false,
      devMiddleware: { stats: 'errors-only' },
      proxy: [{ context: ['/v1'], target: process.env.TARO_APP_PROXY_TARGET ?? 'http://127.0.0.1:3000' }],
    },
  },
})

import type { IPluginContext } from '@tarojs/service'

/**
 * Takes the white space between tags out of the templates. Taro's `minifyXML` does it with an HTML minifier, which
 * also drops `</input>`: the compilers of WXML and its kin refuse such a file.
 */
export default (context: IPluginContext): void => {
  context.modifyBuildAssets(({ assets }) => {
    for (const name of Object.keys(assets).filter((file) => /\.(wxml|axml|ttml)$/.test(file))) {
      const asset = assets[name]
      const compact = asset.source().toString().replace(/>\s+</g, '><').trim()
      assets[name] = { ...asset, source: () => compact, size: () => compact.length }
    }
  })
}

import path from 'node:path'
import { writeModuleMaps } from './module-maps'

type Chain = Parameters<typeof writeModuleMaps>[0] & {
  resolve: { alias: { set(name: string, value: string): unknown } }
}

/** What webpack makes of a mini program otherwise than Taro has it. */
export function bundleMini(chain: Chain, webpack: Parameters<typeof writeModuleMaps>[1], outputRoot: string): void {
  chain.resolve.alias.set('@tarojs/taro$', path.resolve(__dirname, 'mini-taro.cjs'))
  const { MODULE_MAPS: maps } = process.env
  if (maps) writeModuleMaps(chain, webpack, outputRoot, maps)
}

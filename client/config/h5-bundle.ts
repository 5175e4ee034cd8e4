import { takeBrowserElements } from './h5-elements'
import { PreloadFirstPage } from './h5-first-page'

type Chain = Parameters<typeof takeBrowserElements>[0]

/** What webpack makes of H5 otherwise than Taro has it. */
export function bundleH5(chain: Chain, webpack: Parameters<typeof takeBrowserElements>[1]): void {
  takeBrowserElements(chain, webpack)
  chain.plugin('first page').use(PreloadFirstPage, [])
}

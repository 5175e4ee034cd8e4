import type { SaveText } from './types'

// Neither Alipay nor Douyin hands files on.
export const saveText: SaveText | undefined = undefined

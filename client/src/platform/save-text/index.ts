import type { CopyText, SaveText } from './types'

// Neither Alipay nor Douyin hands files on; both let text be selected.
export const saveText: SaveText | undefined = undefined
export const copyText: CopyText | undefined = undefined

import Taro from '@tarojs/taro'
import { readScanned } from './read-scanned'
import type { ScanCode } from './types'

export const scanCode: ScanCode | undefined = async () => {
  try {
    return readScanned(await Taro.scanCode({}))
  } catch {
    return undefined
  }
}

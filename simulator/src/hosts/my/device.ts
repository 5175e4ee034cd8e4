import type { Calls } from '../calls.ts'
import type { TemporaryFiles } from '../files.ts'
import type { SimulatorClient } from '../simulator-client.ts'
import { place, screen, takePicture } from '../wx/device.ts'

const system = {
  app: 'alipay',
  brand: 'iPhone',
  model: 'iPhone 15',
  system: '17.4',
  platform: 'iOS',
  version: '10.6.0',
  language: 'zh-Hans',
  fontSizeSetting: 16,
  ...screen,
}
const authorized = { location: true }

/** The phone as `my` knows it. */
export function createAlipayDeviceApi(calls: Calls, files: TemporaryFiles, simulator: SimulatorClient) {
  const { asynchronous, synchronous } = calls
  return {
    getSystemInfoSync: synchronous('getSystemInfoSync', () => ({ ...system })),
    getSystemInfo: asynchronous('getSystemInfo', () => ({ ...system })),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkAvailable: true, networkType: 'WIFI' })),
    // It never changes by itself.
    onNetworkStatusChange: synchronous('onNetworkStatusChange', () => undefined),
    getSetting: asynchronous('getSetting', () => ({ authSetting: { ...authorized } })),
    openSetting: asynchronous('openSetting', () => ({ authSetting: { ...authorized } })),
    // Degrees are text: https://opendocs.alipay.com/mini/api/mkxuqd
    getLocation: asynchronous('getLocation', () => ({
      latitude: String(place.latitude),
      longitude: String(place.longitude),
      accuracy: '30',
    })),
    scan: asynchronous('scan', () => {
      throw { error: 10, errorMessage: '用户取消' }
    }),
    chooseImage: asynchronous('chooseImage', async () => {
      const picture = await takePicture(files, simulator)
      return { apFilePaths: [picture.path], tempFilePaths: [picture.path], tempFiles: [picture] }
    }),
    vibrateShort: asynchronous('vibrateShort', () => ({})),
    setClipboard: asynchronous('setClipboard', () => ({ success: true })),
  }
}

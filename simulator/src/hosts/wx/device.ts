import { randomFillSync } from 'node:crypto'
import type { CallOptions, Calls } from '../calls.ts'
import type { TemporaryFiles } from '../files.ts'
import type { SimulatorClient } from '../simulator-client.ts'
import { currentBaseLibrary } from './base-library.ts'

const device = {
  brand: 'devtools',
  model: 'iPhone 15',
  system: 'iOS 17.4',
  platform: 'devtools',
  benchmarkLevel: 1,
  deviceOrientation: 'portrait',
  memorySize: 2048,
}
const appBaseOf = (baseLibrary: string) => ({
  SDKVersion: baseLibrary,
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  enableDebug: false,
  host: { env: 'WeChat' },
})
export const screen = {
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 753,
  statusBarHeight: 47,
  screenTop: 91,
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
}
const systemSetting = {
  bluetoothEnabled: true,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
}
const authorized = { 'scope.userLocation': true, 'scope.userFuzzyLocation': true, 'scope.werun': true }
// By West Lake in Hangzhou, on the lakeside path.
export const place = { latitude: 30.2485, longitude: 120.1453 }

/** A picture out of the album: the person's own avatar. */
export async function takePicture(files: TemporaryFiles, simulator: SimulatorClient) {
  const content = await simulator.avatar()
  return { path: files.add(content, 'png'), size: content.byteLength }
}

/** The phone: device information, location, camera. */
export function createDeviceApi(
  calls: Calls,
  files: TemporaryFiles,
  simulator: SimulatorClient,
  baseLibrary = currentBaseLibrary,
) {
  const { asynchronous, synchronous } = calls
  const appBase = appBaseOf(baseLibrary)
  return {
    getSystemInfoSync: synchronous('getSystemInfoSync', () => ({
      ...device,
      ...appBase,
      ...screen,
      fontSizeSetting: 16,
    })),
    getSystemInfo: asynchronous('getSystemInfo', () => ({ ...device, ...appBase, ...screen, fontSizeSetting: 16 })),
    getDeviceInfo: synchronous('getDeviceInfo', () => ({ ...device })),
    getWindowInfo: synchronous('getWindowInfo', () => ({ ...screen })),
    getAppBaseInfo: synchronous('getAppBaseInfo', () => ({ ...appBase })),
    getSystemSetting: synchronous('getSystemSetting', () => ({ ...systemSetting })),
    getMenuButtonBoundingClientRect: synchronous('getMenuButtonBoundingClientRect', () => ({
      width: 87,
      height: 32,
      top: 51,
      right: 383,
      bottom: 83,
      left: 296,
    })),
    getRandomValues: asynchronous('getRandomValues', ({ length }: CallOptions) => {
      if (typeof length !== 'number' || length < 1 || length > 1024 * 1024) throw new Error('invalid length')
      return { randomValues: randomFillSync(new Uint8Array(length)).buffer }
    }),
    getNetworkType: asynchronous('getNetworkType', () => ({ networkType: 'wifi', signalStrength: 100 })),
    // It never changes by itself.
    onNetworkStatusChange: synchronous('onNetworkStatusChange', () => undefined),
    getSetting: asynchronous('getSetting', () => ({ authSetting: { ...authorized } })),
    openSetting: asynchronous('openSetting', () => ({ authSetting: { ...authorized } })),
    authorize: asynchronous('authorize', () => ({})),
    getLocation: asynchronous('getLocation', () => ({ ...place, accuracy: 30, speed: 0, altitude: 12 })),
    getFuzzyLocation: asynchronous('getFuzzyLocation', () => ({ ...place })),
    scanCode: asynchronous('scanCode', () => {
      throw new Error('cancel')
    }),
    chooseImage: asynchronous('chooseImage', async () => {
      const picture = await takePicture(files, simulator)
      return { tempFilePaths: [picture.path], tempFiles: [picture] }
    }),
    chooseMedia: asynchronous('chooseMedia', async () => {
      const { path, size } = await takePicture(files, simulator)
      return { type: 'image', tempFiles: [{ tempFilePath: path, size, fileType: 'image' }] }
    }),
    vibrateShort: asynchronous('vibrateShort', () => ({})),
    setClipboardData: asynchronous('setClipboardData', () => ({})),
  }
}

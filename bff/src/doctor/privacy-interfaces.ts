import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listFiles } from '../lib/list-files.ts'

/**
 * The interfaces that WeChat wants declared. `button.` stands before an open-type, `input.` before a type, `<…>` around
 * a component. https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export const privacyInterfaces: readonly string[] = [
  ...['button.chooseAvatar', 'input.nickname', 'getUserInfo', 'getUserProfile', 'button.userInfo'],
  ...['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'startLocationUpdateBackground', 'moveToLocation'],
  ...['choosePoi', 'chooseLocation', 'chooseAddress', 'chooseInvoiceTitle', 'chooseInvoice', 'getWeRunData'],
  ...['button.getPhoneNumber', 'button.getRealtimePhoneNumber', 'chooseLicensePlate', 'chooseImage', 'chooseMedia'],
  ...['chooseVideo', 'chooseMessageFile', 'startRecord', 'getRecorderManager', '<live-pusher>', 'joinVoIPChat'],
  ...['createVKSession', '<camera>', '<voip-room>', 'openBluetoothAdapter', 'createBLEPeripheralServer'],
  ...['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'addPhoneContact', 'addPhoneRepeatCalendar'],
  ...['addPhoneCalendar', 'startAccelerometer', 'startCompass', 'startDeviceMotionListening', 'startGyroscope'],
  ...['setClipboardData', 'getClipboardData'],
]

/**
 * The interfaces that a built mini program uses. Names in quotes do not count, because Taro lists all of them. Calls by a
 * computed name are not detected here, but by the drill of promise 32, which runs the program.
 */
export function findUsedInterfaces(folder: string, known: readonly string[]): string[] {
  const read = (ending: string) =>
    listFiles(folder)
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(join(folder, file), 'utf8'))
      .join('\n')
  const code = read('.js')
  const templates = read('.wxml')
  const openTypes = new Set([...code.matchAll(/\bopenType:"([^"]*)"/g)].flatMap(([, types = '']) => types.split('|')))

  return known.filter((name) => {
    if (name.startsWith('button.')) return openTypes.has(name.slice('button.'.length))
    if (name.startsWith('input.')) return code.includes(`type:"${name.slice('input.'.length)}"`)
    if (name.startsWith('<')) return new RegExp(`${name.slice(0, -1)}[\\s/>]`).test(templates)
    return new RegExp(`(?<!["'\\w])${name}(?!["'\\w])`).test(code)
  })
}

/**
 * The kinds of information an operator declares to WeChat, in WeChat's own words, and the interfaces that give each.
 * `button.` stands before an open-type, `input.` before a type, `<…>` around a component.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export const privacyKinds: Readonly<Record<string, readonly string[]>> = {
  '收集你的昵称、头像': ['button.chooseAvatar', 'input.nickname', 'getUserInfo', 'getUserProfile', 'button.userInfo'],
  收集你的位置信息: [
    'getLocation',
    'getFuzzyLocation',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'moveToLocation',
  ],
  收集你选择的位置信息: ['choosePoi', 'chooseLocation'],
  收集你的地址: ['chooseAddress'],
  收集你的发票信息: ['chooseInvoiceTitle', 'chooseInvoice'],
  收集你的微信运动步数: ['getWeRunData'],
  收集你的手机号: ['button.getPhoneNumber', 'button.getRealtimePhoneNumber'],
  收集你的车牌号: ['chooseLicensePlate'],
  收集你选中的照片或视频信息: ['chooseImage', 'chooseMedia', 'chooseVideo'],
  收集你选中的文件: ['chooseMessageFile'],
  访问你的麦克风: ['startRecord', 'getRecorderManager', '<live-pusher>', 'joinVoIPChat'],
  访问你的摄像头: ['createVKSession', '<camera>', '<live-pusher>', '<voip-room>'],
  访问你的蓝牙: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
  '使用你的相册（仅写入）权限': ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
  '使用你的通讯录（仅写入）权限': ['addPhoneContact'],
  '使用你的日历（仅写入）权限': ['addPhoneRepeatCalendar', 'addPhoneCalendar'],
  调用你的加速传感器: ['startAccelerometer'],
  调用你的磁场传感器: ['startCompass'],
  调用你的方向传感器: ['startDeviceMotionListening'],
  调用你的陀螺仪传感器: ['startGyroscope'],
  读取你的剪切板: ['setClipboardData', 'getClipboardData'],
}

export const allPrivacyKinds: readonly string[] = Object.keys(privacyKinds)

const kindOf = new Map(Object.entries(privacyKinds).flatMap(([kind, names]) => names.map((name) => [name, kind])))

/** `undefined` for an interface that gives nothing personal. */
export const privacyKindOf = (name: string): string | undefined => kindOf.get(name)

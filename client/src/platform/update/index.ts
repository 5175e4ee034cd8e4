import Taro from '@tarojs/taro'

/** Restarts into a downloaded version once the person agrees. */
export function watchForUpdate(askToRestart: () => Promise<boolean>): void {
  const updates = Taro.getUpdateManager()
  updates.onUpdateReady(async () => {
    if (await askToRestart()) updates.applyUpdate()
  })
}

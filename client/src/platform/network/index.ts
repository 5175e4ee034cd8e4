import Taro from '@tarojs/taro'

/** Calls whenever the phone has a network again, or another one. */
export function watchForNetwork(onConnected: () => void): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) onConnected()
  })
}

import Taro from '@tarojs/taro'

/** Home, with nothing behind it. */
export function goHome(): void {
  void Taro.reLaunch({ url: '/pages/home/index' })
}

/** To where the person came from, or home where nothing lies behind. */
export function goBack(): void {
  if (Taro.getCurrentPages().length < 2) goHome()
  else void Taro.navigateBack()
}

/** The text of an agreement; the page that leads there waits underneath. */
export function openAgreement(id: string): void {
  void Taro.navigateTo({ url: `/pages/agreement/index?id=${encodeURIComponent(id)}` })
}

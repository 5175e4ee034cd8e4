import Taro from '@tarojs/taro'

/** Opens the home page with an empty history. */
export function goHome(): void {
  void Taro.reLaunch({ url: '/pages/home/index' })
}

/** Goes back, or to the home page if there is no history. */
export function goBack(): void {
  if (Taro.getCurrentPages().length < 2) goHome()
  else void Taro.navigateBack()
}

/** Opens the text of an agreement on top of the current page. */
export function openAgreement(id: string): void {
  void Taro.navigateTo({ url: `/pages/agreement/index?id=${encodeURIComponent(id)}` })
}

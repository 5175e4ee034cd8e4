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

/** Long enough for a second tap, and short enough to press again where the page never came. */
const secondTapMs = 1_000
let opening = false
let openedAtMs = 0

/** A browser's router settles before the page has come, when only the address has changed. */
const isComing = (url: string) => window.location.href.endsWith(url) && Date.now() - openedAtMs < secondTapMs

/** Over the page that leads there, which waits underneath; pressing twice opens one. */
export function openPage(url: string): void {
  if (opening || (process.env.TARO_ENV === 'h5' && isComing(url))) return
  opening = true
  openedAtMs = Date.now()
  void Taro.navigateTo({ url }).finally(() => {
    opening = false
  })
}

/** The text of an agreement. */
export function openAgreement(id: string): void {
  openPage(`/pages/agreement/index?id=${encodeURIComponent(id)}`)
}

import Taro from '@tarojs/taro'
import { withinPatience } from './within-patience'

/** Opens the home page with an empty history. */
export function goHome(): void {
  void Taro.reLaunch({ url: '/pages/home/index' })
}

/** Goes back, or to the home page if there is no history. */
export function goBack(): void {
  if (Taro.getCurrentPages().length < 2) goHome()
  else void Taro.navigateBack()
}

/** Long enough to cover a second tap, short enough to retry if the page never opened. */
const secondTapMs = 1_000
let opening = false
let openedAtMs = 0

/** The browser's router resolves as soon as the address has changed, before the page is shown. */
const isComing = (url: string) => window.location.href.endsWith(url) && Date.now() - openedAtMs < secondTapMs

/** Opens a page on top of the current one; a double tap opens it once. */
export function openPage(url: string): void {
  if (opening || (process.env.TARO_ENV === 'h5' && isComing(url))) return
  opening = true
  if (process.env.TARO_ENV === 'h5') openedAtMs = Date.now()
  const end = () => {
    opening = false
  }
  void withinPatience(Taro.navigateTo({ url }), secondTapMs).then(end, end)
}

/** Opens the text of an agreement on top of the current page. */
export function openAgreement(id: string): void {
  openPage(`/pages/agreement/index?id=${encodeURIComponent(id)}`)
}

import { speak } from '../../messages'

/** What only a browser outside WeChat says. */
export const outsideWechatWords = speak(
  {
    title: '在微信里打开',
    text: '用微信扫一扫，就能登录和注册。先在这里逛逛也可以。',
    code: '本页地址的二维码',
  },
  {
    title: 'Open in WeChat',
    text: 'Scan with WeChat to sign in and register. You can also keep browsing here.',
    code: 'QR code of this page',
  },
)

import { speak } from '../../messages'

/** What only the page of trails says. */
export const trailWords = speak(
  {
    length: '全长 {distance} 公里',
    nearest: '离你最近',
    nowhere: '这些步道还没有标出位置',
    fuzzy: '用的是大概位置，距离会有些出入',
    unknown_title: '离步道有多远？',
    unknown_text: '开启定位就能看到。位置只用来算距离，不会保存',
    locate: '开启定位',
    denied_title: '没有允许使用位置',
    denied_text: '步道照样可以看。想知道有多远，可以在设置里打开',
    denied_text_browser: '步道照样可以看。想知道有多远，可以在浏览器的设置里允许，再回来重试',
    settings: '去设置',
    unavailable_text: '看看手机的定位和网络，再试一次',
    unanswered_text: '位置取到了，距离还没有收到，再试一次',
  },
  {
    length: '{distance} km long',
    nearest: 'Nearest to you',
    nowhere: 'These trails have no location yet',
    fuzzy: 'Based on your approximate location, so distances are approximate',
    unknown_title: 'How far is the trail?',
    unknown_text: 'Turn on location to see. It is only used to calculate the distance and is not stored',
    locate: 'Turn on location',
    denied_title: 'Location is not allowed',
    denied_text: 'You can still browse the trails. To see how far they are, allow location in the settings',
    denied_text_browser:
      'You can still browse the trails. To see how far they are, allow location in your browser and retry',
    settings: 'Open settings',
    unavailable_text: 'Check location and network on your phone, then try again',
    unanswered_text: 'Your location was found, but not the distance. Try again',
  },
)

import { speak } from '../messages'

export const privacyWords = speak(
  {
    title: '先征得你的同意',
    text: '步道通只在你自己操作时，才向微信取用：',
    contract: '《隐私保护指引》',
    agree: '同意',
    refuse: '不同意',
    refused: '没有同意，所以没有取用。想用时再点一次',
  },
  {
    title: 'We need your consent',
    text: 'Trailpass requests these from WeChat only when you use the feature:',
    contract: 'Privacy guidelines',
    agree: 'Agree',
    refuse: 'Decline',
    refused: 'Declined, nothing was accessed. Tap again at any time',
  },
)

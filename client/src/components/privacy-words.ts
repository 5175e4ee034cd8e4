import { speak } from '../messages'

export const privacyWords = speak(
  {
    title: '先征得你的同意',
    text: '这些向微信第一次取用前，都会先问你。同意后，打开首页会算距离，打开记录会更新步数：',
    contract: '《隐私保护指引》',
    agree: '同意',
    refuse: '不同意',
    refused: '没有同意，所以没有取用。想用时再点一次',
  },
  {
    title: 'We need your consent',
    text: 'You are asked before each is first used. Later, opening the home page shows distances, and opening your rides updates your steps:',
    contract: 'Privacy guidelines',
    agree: 'Agree',
    refuse: 'Decline',
    refused: 'Declined, nothing was accessed. Tap again at any time',
  },
)

import { speak } from '../../messages'

/** What only the profile says of a rider. */
export const riderWords = speak(
  {
    ranked: '在排行榜中显示我',
    ranked_note: '关闭后，别人在排行榜上看不到你',
    renew: '更换骑行编号',
    renew_title: '更换骑行编号？',
    renew_text: '旧编号马上失效，骑行记录都还在',
    renew_confirm: '更换',
    renewed: '编号已更换',
  },
  {
    ranked: 'Show me in rankings',
    ranked_note: 'When off, you are hidden from others',
    renew: 'Change rider number',
    renew_title: 'Change your rider number?',
    renew_text: 'The old number stops working at once. Your rides are kept',
    renew_confirm: 'Yes',
    renewed: 'Rider number changed',
  },
)

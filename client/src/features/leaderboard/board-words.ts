import { speak } from '../../messages'

/** What only the page of the ranking says. */
export const boardWords = speak(
  {
    title: '排行',
    period: '时段',
    today: '今天',
    week: '本周',
    all: '累计',
    trail: '步道',
    none: '还没有人上榜，第一名等你来',
    more: '再看一些',
  },
  {
    title: 'Ranking',
    period: 'Period',
    today: 'Today',
    week: 'This week',
    all: 'All time',
    trail: 'Trail',
    none: 'Nobody is ranked yet. Be the first',
    more: 'Show more',
  },
)

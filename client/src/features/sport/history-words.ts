import { speak } from '../../messages'

/** What only the page of past rides says. */
export const historyWords = speak(
  {
    month: '近 31 天',
    note: '{bike} · {time} · {energy} 千卡',
    riding: '骑行中',
    none: '还没有骑行，扫车上的码就能开始',
    older: '更早的骑行',
    home: '回首页',
    guest: '注册后，每次骑行都会记在这里',
    register: '去注册',
  },
  {
    month: 'Last 31 days',
    note: '{bike} · {time} · {energy} kcal',
    riding: 'Riding',
    none: 'No rides yet, scan a bike to start',
    older: 'Earlier rides',
    home: 'Back home',
    guest: 'Once you register, every ride is kept here',
    register: 'Register',
  },
)

import { energy } from '@trailpass/shared'
import { speak } from '../../messages'

const { joulesPerKcal, grossEfficiency } = energy

/** What only the page of help says: a title, and a line for each answer. */
export const helpWords = speak(
  {
    scan: '怎么扫码骑车',
    scan_open: '点首页的「扫码」，对准车身上的码；直接用手机相机或微信扫也可以。',
    scan_open_here: '点首页的「扫码」，对准车身上的码。',
    scan_open_camera: '用手机相机或微信，对准车身上的码，就会打开那辆车。',
    scan_start: '认到车后点「开始骑行」。第一次骑要先注册，扫到的车不会丢。',
    scan_finish: '骑完按住「结束骑行」，里程就记到你的记录里。',
    refused: '扫了码却不能骑',
    refused_expired: '二维码已失效，或车搬到了别的步道：旧码换过了，扫车身上的新码。',
    refused_occupied: '正在被使用：上一位还没有结束，换一辆试试。',
    refused_offline: '没有连上网络或已停用：换一辆试试。',
    refused_forged: '不是步道通的车码：只扫车身上的码，别扫贴在别处的。',
    refused_late: '扫码有一会儿了：再扫一次就好。',
    weak: '信号不好怎么办',
    weak_ride: '放心骑。里程由车来记，连上网络后自动补上。',
    weak_finish: '没有信号时也能结束骑行：先存在手机里，连上网络后自动送出。',
    figures: '数字是怎么来的',
    figures_distance: '里程和用时：由车来量，只算踩动的时间。',
    figures_speed: '时速：最近一次量到的里程除以用时。结束后显示的是平均时速。',
    figures_energy: `消耗：车量到的踏功（焦耳）÷ ${joulesPerKcal} ÷ ${grossEfficiency}，单位是千卡。骑车时，身体消耗的能量约有四分之一（20%–25%）到达脚踏。`,
    figures_source: '依据：Ettema & Lorås（2009），Efficiency in cycling: a review，Eur J Appl Physiol 106:1。',
    place: '位置用来做什么',
    place_use: '只用来算你离步道有多远。大概的位置就够，算完就忘，手机和服务器都不保存。',
  },
  {
    scan: 'How to ride',
    scan_open: 'Press Scan on the home page and point at the code on a bike. You can also use your camera or WeChat.',
    scan_open_here: 'Press Scan on the home page and point at the code on a bike.',
    scan_open_camera: 'Point your camera or WeChat at the code on a bike to open that bike.',
    scan_start:
      'When the bike is shown, press Start riding. On your first ride you register first; the bike you scanned stays selected.',
    scan_finish: 'To finish, hold Finish ride. The distance is added to your records.',
    refused: 'I scanned the code but cannot ride',
    refused_expired: 'Code no longer valid, or bike moved: the code was replaced. Scan the new one on the bike.',
    refused_occupied: 'In use: the previous rider has not finished. Try another bike.',
    refused_offline: 'Offline or out of service: try another bike.',
    refused_forged: 'Not a Trailpass bike code: scan only the code on the bike itself.',
    refused_late: 'Scan expired: scan again.',
    weak: 'When the signal is weak',
    weak_ride: 'Keep riding. The bike records the distance and sends it once it is connected.',
    weak_finish: 'You can finish without a signal: this is saved on your phone and sent once you are connected.',
    figures: 'How the figures are calculated',
    figures_distance: 'Distance and time: measured by the bike, and only while you pedal.',
    figures_speed: 'Speed: the latest measured distance divided by its time. After the ride, the average is shown.',
    figures_energy: `Energy: work at the pedals in joules ÷ ${joulesPerKcal} ÷ ${grossEfficiency}, in kcal. About a quarter (20–25%) of the energy a cyclist uses reaches the pedals.`,
    figures_source: 'Source: Ettema & Lorås (2009), Efficiency in cycling: a review, Eur J Appl Physiol 106:1.',
    place: 'What your location is used for',
    place_use:
      'Only to calculate how far away a trail is. An approximate location is enough. Neither the phone nor the server stores it.',
  },
)

/** Browsers have no scanner. Other scanners are mentioned only where they are certain to lead to this client. */
const scanHow = { weapp: 'scan_open', h5: 'scan_open_camera' } as const
const scanOpen = scanHow[process.env.TARO_ENV as 'weapp' | 'h5'] ?? 'scan_open_here'

/** The order of the page. */
export const chapters = [
  { title: 'scan', lines: [scanOpen, 'scan_start', 'scan_finish'] },
  {
    title: 'refused',
    lines: ['refused_expired', 'refused_occupied', 'refused_offline', 'refused_forged', 'refused_late'],
  },
  { title: 'weak', lines: ['weak_ride', 'weak_finish'] },
  { title: 'figures', lines: ['figures_distance', 'figures_speed', 'figures_energy', 'figures_source'] },
  { title: 'place', lines: ['place_use'] },
] as const

import type { AppContext } from '../context.ts'
import { askAddress } from './ask-address.ts'
import { type Finding, ok, unknown, wrong } from './finding.ts'

/** Beyond it what phones seal looks too old, or yet to come. */
const tolerableMs = 60_000

/** Against the time that WeChat's servers give with every answer, to the second. */
export async function checkClock({ config, clock }: AppContext): Promise<Finding[]> {
  const { host } = new URL(config.wechat.apiUrl)
  const answer = await askAddress(`${config.wechat.apiUrl}/`)
  if (typeof answer === 'string') {
    const steps = [`Look whether this server may connect to ${host} (firewall, DNS, proxy).`]
    return [wrong('clock', `${host} does not tell the time: ${answer}`, { steps })]
  }
  const theirs = Date.parse(answer.date ?? '')
  if (Number.isNaN(theirs)) return [unknown('clock', `${host} does not tell the time`)]
  const aheadMs = clock.now().getTime() - theirs
  const words = `${Math.round(Math.abs(aheadMs) / 1000)} s ${aheadMs < 0 ? 'behind' : 'ahead of'} ${host}`
  if (Math.abs(aheadMs) <= tolerableMs) return [ok('clock', words)]
  return [wrong('clock', `the clock is ${words}`, { steps: ['Let the time be set by NTP: timedatectl set-ntp true.'] })]
}

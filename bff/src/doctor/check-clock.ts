import type { AppContext } from '../context.ts'
import { askAddress } from './ask-address.ts'
import { type Finding, ok, unknown, wrong } from './finding.ts'

/** With a larger difference, encrypted payloads appear expired or from the future. */
const tolerableMs = 60_000

/** Compares our clock with the Date header of WeChat's responses, which has a resolution of a second. */
export async function checkClock({ config, clock }: AppContext): Promise<Finding[]> {
  const { host } = new URL(config.wechat.apiUrl)
  const answer = await askAddress(`${config.wechat.apiUrl}/`)
  if (typeof answer === 'string') {
    const steps = [`Check that this server can connect to ${host} (firewall, DNS, proxy).`]
    return [wrong('clock', `cannot read the time from ${host}: ${answer}`, { steps })]
  }
  const theirs = Date.parse(answer.date ?? '')
  if (Number.isNaN(theirs)) return [unknown('clock', `cannot read the time from ${host}`)]
  const aheadMs = clock.now().getTime() - theirs
  const words = `${Math.round(Math.abs(aheadMs) / 1000)} s ${aheadMs < 0 ? 'behind' : 'ahead of'} ${host}`
  if (Math.abs(aheadMs) <= tolerableMs) return [ok('clock', words)]
  return [wrong('clock', `the clock is ${words}`, { steps: ['Enable NTP: timedatectl set-ntp true.'] })]
}

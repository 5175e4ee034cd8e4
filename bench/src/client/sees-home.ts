import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'

/** Home with what only the server knows: the trail and its ranking. */
export const seesHome = (phone: MiniProgramHost): boolean =>
  phone.has('overview') && phone.text().includes('青龙湖步道')

import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'

/** A guest's home with what only the server knows: who has come, and the trail. */
export const seesHome = (phone: MiniProgramHost): boolean =>
  phone.has('guest-badge') && phone.text().includes('青龙湖步道')

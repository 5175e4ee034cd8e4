import type { MiniProgramHost } from '@trailpass/simulator/hosts/node'
import { afterEach, expect } from 'vitest'

/** Takes the phones of a test, which are put away after it: none of them may have met an error. */
export function keepPhones(): (phone: MiniProgramHost) => void {
  let phones: MiniProgramHost[] = []
  afterEach(() => {
    for (const phone of phones) {
      expect(phone.errors).toEqual([])
      phone.stop()
    }
    phones = []
  })
  return (phone) => void phones.push(phone)
}

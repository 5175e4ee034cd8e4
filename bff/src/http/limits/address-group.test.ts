import { expect, it } from 'vitest'
import { addressGroup } from './address-group.ts'

it('takes a /64 of IPv6 for one address', () => {
  expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(addressGroup('2001:db8:1:2::9')).toBe('2001:db8:1:2')
  expect(addressGroup('2001:0db8:0001:0002::')).toBe('2001:db8:1:2')
  expect(addressGroup('::1')).toBe('0:0:0:0')
  expect(addressGroup('::ffff:10.1.2.3')).toBe('10.1.2.3')
  expect(addressGroup('10.1.2.3')).toBe('10.1.2.3')
})

import { expect, it } from 'vitest'
import { addressGroup, createAddressLimit } from './rate-limit.ts'

it('takes a /64 of IPv6 for one address', () => {
  expect(addressGroup('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2')
  expect(addressGroup('2001:db8:1:2::9')).toBe('2001:db8:1:2')
  expect(addressGroup('2001:0db8:0001:0002::')).toBe('2001:db8:1:2')
  expect(addressGroup('::1')).toBe('0:0:0:0')
  expect(addressGroup('::ffff:10.1.2.3')).toBe('10.1.2.3')
  expect(addressGroup('10.1.2.3')).toBe('10.1.2.3')
})

it('refuses an address beyond its share and says when to come back', async () => {
  const limit = createAddressLimit(2, 60)
  await limit('10.0.0.1')
  await limit('10.0.0.1')
  await expect(limit('10.0.0.1')).rejects.toMatchObject({
    code: 'rate_limit.exceeded',
    options: { retryAfterMs: expect.any(Number) },
  })
  await limit('10.0.0.2')
})

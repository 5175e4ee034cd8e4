import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskPhone } from './phone.ts'

it.each([
  ['13800000001', '138******01'],
  ['+8613800000001', '+86*********01'],
  ['12345678', '123***78'],
  ['1234567', '***'],
  ['', '***'],
])('masks %s as %s', (number, masked) => expect(maskPhone(number)).toBe(masked))

it('hides at least three characters of any number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+?\d{5,20}$/), (number) => {
      expect(maskPhone(number).match(/\*/g)?.length).toBeGreaterThanOrEqual(3)
    }),
  )
})

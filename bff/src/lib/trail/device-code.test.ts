import { randomBytes } from 'node:crypto'
import { deviceCodePattern } from '@trailpass/shared'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { wildText } from '../../../test/support/wild-text.ts'
import { createDeviceCode, lastEpoch, readDeviceCode } from './device-code.ts'

const key = randomBytes(32)
const device = { deviceId: 'K7Q2M9XA', epoch: 3 }

it('reads what it made, for every epoch', () => {
  for (const epoch of [0, 1, 31, 32, lastEpoch]) {
    expect(readDeviceCode(key, createDeviceCode(key, { ...device, epoch }))).toEqual({ ...device, epoch })
  }
})

it('fits a scene, and depends on nothing but key, device and epoch', () => {
  const code = createDeviceCode(key, device)
  expect(code).toMatch(deviceCodePattern)
  expect(code).toHaveLength(24)
  expect(createDeviceCode(key, device)).toBe(code)
})

it('refuses every altered character, every other length and every other key', () => {
  const code = createDeviceCode(key, device)
  for (let at = 0; at < code.length; at++) {
    const altered = code.slice(0, at) + (code[at] === 'Z' ? 'Y' : 'Z') + code.slice(at + 1)
    expect(readDeviceCode(key, altered)).toBeUndefined()
  }
  for (const text of [code.slice(0, -1), `${code}0`, '', code.toLowerCase(), '步'.repeat(24), ' '.repeat(24)]) {
    expect(readDeviceCode(key, text)).toBeUndefined()
  }
  expect(readDeviceCode(randomBytes(32), code)).toBeUndefined()
})

const devices = fc.record({
  deviceId: fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{8}$/),
  epoch: fc.integer({ min: 0, max: lastEpoch }),
})

it('reads any device and epoch back, from a code that is a legal scene', () => {
  fc.assert(
    fc.property(devices, (each) => {
      const code = createDeviceCode(key, each)
      expect(code).toMatch(deviceCodePattern)
      expect(readDeviceCode(key, code)).toEqual(each)
    }),
  )
})

it('reads nothing from any text that it did not make', () => {
  const near = fc.tuple(devices, fc.nat(23), wildText(2)).map(([each, at, other]) => {
    const code = createDeviceCode(key, each)
    return { code, text: code.slice(0, at) + other + code.slice(at + 1) }
  })
  const far = fc.oneof(wildText(40), fc.stringMatching(/^1[0-9A-HJKMNP-TV-Z]{23}$/)).map((text) => ({ code: '', text }))
  fc.assert(
    fc.property(fc.oneof(near, far), ({ code, text }) => {
      fc.pre(code !== text)
      expect(readDeviceCode(key, text)).toBeUndefined()
    }),
  )
})

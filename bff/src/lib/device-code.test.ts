import { randomBytes } from 'node:crypto'
import { deviceCodePattern } from '@trailpass/shared'
import { expect, it } from 'vitest'
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

import { deviceCodePattern } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { encodeBase32 } from '../../src/lib/base32.ts'
import { createDeviceCode, deviceIdLength, lastEpoch, readDeviceCode } from '../../src/lib/trail/device-code.ts'
import { openBikeYard } from '../support/bike-yard.ts'
import { createDraw } from '../support/draw.ts'
import { figure, seed } from '../support/figure.ts'
import { createRiding } from '../support/riding.ts'
import { withStack } from '../support/with-stack.ts'

const forgeries = figure('FORGERIES', 20_000)
const bikes = figure('BIKES', 20)
const revocations = figure('REVOCATIONS', 10)
const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_.~'

const drawnFrom = seed()
const { bytes, below } = createDraw(drawnFrom)
const drawBase32 = (length: number) => encodeBase32(BigInt(`0x${bytes(length).toString('hex')}`), length)
const key = bytes(32)
const anyDevice = () => ({ deviceId: drawBase32(deviceIdLength), epoch: below(lastEpoch + 1) })
const accepts = (code: string) => readDeviceCode(key, code) !== undefined

it(`accepts none of ${forgeries} codes made without the key (seed ${drawnFrom})`, () => {
  const body = `1${drawBase32(deviceIdLength)}${encodeBase32(0n, 2)}`
  for (let each = 0; each < forgeries; each++) {
    // Aimed at one bike, at any bike, or made well under another key.
    const forged = [
      () => body + drawBase32(13),
      () => `1${drawBase32(23)}`,
      () => createDeviceCode(bytes(32), anyDevice()),
    ][each % 3]
    if (forged && accepts(forged())) expect.unreachable(`forgery ${each} was accepted`)
  }
})

it(`accepts no code altered in one character, of ${bikes} bikes`, () => {
  for (let each = 0; each < bikes; each++) {
    const code = createDeviceCode(key, anyDevice())
    for (let at = 0; at < code.length; at++) {
      for (const character of characters.replace(code.charAt(at), '')) {
        const altered = code.slice(0, at) + character + code.slice(at + 1)
        if (accepts(altered)) expect.unreachable(`${altered} was accepted for ${code}`)
      }
      expect(accepts(code.slice(0, at) + code.slice(at + 1))).toBe(false)
    }
  }
})

it(`makes legal scenes of one length, for every epoch of ${bikes} bikes`, () => {
  for (let each = 0; each < bikes; each++) {
    const { deviceId } = anyDevice()
    for (let epoch = 0; epoch <= lastEpoch; epoch++) {
      const code = createDeviceCode(key, { deviceId, epoch })
      if (code.length !== 24 || !deviceCodePattern.test(code)) expect.unreachable(`${code} is no legal scene`)
      expect(readDeviceCode(key, code)).toEqual({ deviceId, epoch })
    }
  }
})

it(`opens none of ${revocations} bikes by a code of an earlier epoch, nor once it is revoked`, () =>
  withStack(
    async (stack) => {
      const yard = await openBikeYard(stack)
      const { scan } = createRiding(stack)
      const { token } = await stack.becomeGuest()
      for (let each = 0; each < revocations; each++) {
        const bike = await yard.addBike()
        const renewed = await yard.renew(await yard.renew(bike))
        for (const epoch of [0, 1, 3]) {
          expect((await scan(token, yard.codeOf(bike.id, epoch))).body).toMatchObject({ code: 'device.code_expired' })
        }
        expect((await scan(token, renewed.code)).status).toBe(200)
        await yard.revoke(bike)
        for (const epoch of [0, 2, 3]) {
          expect((await scan(token, yard.codeOf(bike.id, epoch))).body).toMatchObject({ code: 'device.revoked' })
        }
      }
    },
    // However slow the machine is.
    { env: { RATE_LIMIT_FACTOR: '1000' } },
  ))

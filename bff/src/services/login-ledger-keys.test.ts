import { randomBytes } from 'node:crypto'
import type { LoginRequest } from '@trailpass/shared'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { deriveLedgerKeys } from './login-ledger-keys.ts'

const ledgerKey = randomBytes(32)
const request = { platform: 'weapp', appId: 'wx1', code: 'code-1', nonce: 'n'.repeat(22) } as const
const derive = (changes: Partial<LoginRequest> = {}) => deriveLedgerKeys(ledgerKey, { ...request, ...changes })
const otherNonce = { nonce: 'm'.repeat(22) }
const otherCodes: Partial<LoginRequest>[] = [{ platform: 'h5' }, { appId: 'wx1c', code: 'ode-1' }, { code: 'code-2' }]

it('remembers a code by platform, app and code, and tells no two apart by where one part ends', () => {
  const { codeHash } = derive()
  expect(derive(otherNonce).codeHash).toBe(codeHash)
  for (const other of otherCodes) {
    expect(derive(other).codeHash).not.toBe(codeHash)
  }
  expect(deriveLedgerKeys(randomBytes(32), request).codeHash).not.toBe(codeHash)
})

it('opens an answer for the same code and nonce only', () => {
  const sealed = derive().sealAnswer('{"token":"t"}')
  expect(derive().openAnswer(sealed)).toBe('{"token":"t"}')
  for (const other of [otherNonce, ...otherCodes]) {
    expect(() => derive(other).openAnswer(sealed)).toThrow()
  }
  expect(() => deriveLedgerKeys(randomBytes(32), request).openAnswer(sealed)).toThrow()
})

it('opens any answer it sealed, and none with another character in it', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('A', '_', '9', ' ', '='), (answer, at, other) => {
      const sealed = derive().sealAnswer(answer)
      expect(derive().openAnswer(sealed)).toBe(answer)
      const place = at % sealed.length
      const altered = sealed.slice(0, place) + other + sealed.slice(place + 1)
      fc.pre(altered !== sealed)
      expect(() => derive().openAnswer(altered)).toThrow()
    }),
  )
})

it('tells any two logins apart that differ in a part', () => {
  const part = fc.string({ maxLength: 6 })
  fc.assert(
    fc.property(part, part, part, part, (appId, code, otherAppId, otherCode) => {
      fc.pre(appId !== otherAppId || code !== otherCode)
      expect(derive({ appId, code }).codeHash).not.toBe(derive({ appId: otherAppId, code: otherCode }).codeHash)
    }),
  )
})

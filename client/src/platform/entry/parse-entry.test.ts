import { deviceCodePattern } from '@trailpass/shared'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEntry } from './parse-entry'

describe('an entry', () => {
  it.each([
    ['from the list of mini programs', { scene: 1001, query: {} }, { kind: 'direct' }],
    ['without any facts', {}, { kind: 'direct' }],
    ['by a scanned QR', { scene: 1011 }, { kind: 'scan' }],
    ['by a long-pressed QR', { scene: 1012 }, { kind: 'scan' }],
    ['by a QR from the album', { scene: 1013 }, { kind: 'scan' }],
    ['by a mini-program code', { scene: 1047, query: { scene: '1AB~x' } }, { kind: 'scan', deviceCode: '1AB~x' }],
    ['by an encoded code', { scene: 1048, query: { scene: '1AB%2Fx%3D' } }, { kind: 'scan', deviceCode: '1AB/x=' }],
    [
      'by a printed link, encoded once',
      { scene: 1011, query: { q: encodeURIComponent('https://trail.example/d/1AB-x?from=poster') } },
      { kind: 'scan', deviceCode: '1AB-x' },
    ],
    [
      'by a printed link in Alipay, whose scenes are text',
      { scene: '1011', query: { qrCode: 'https://trail.example/d/1AB-x' } },
      { kind: 'scan', deviceCode: '1AB-x' },
    ],
    ['by a code on a platform without scene numbers', { query: { scene: '1AB' } }, { kind: 'scan', deviceCode: '1AB' }],
    ['by a card in a chat', { scene: 1007 }, { kind: 'share' }],
    ['by a card in a group', { scene: 1008, query: { scene: '1AB' } }, { kind: 'share', deviceCode: '1AB' }],
    ['by a card that carries no scene number', { query: { entry: 'share' } }, { kind: 'share' }],
    ['with a skipType', { query: { skipType: '0001' } }, { kind: 'direct', skipType: '0001' }],
  ])('%s is read', (_how, facts, entry) => expect(parseEntry(facts)).toEqual(entry))

  it.each([
    ['a code that is too long', { scene: 1047, query: { scene: 'x'.repeat(33) } }, { kind: 'scan' }],
    ['a code in foreign letters', { scene: 1047, query: { scene: '%E8%BD%A6' } }, { kind: 'scan' }],
    ['a broken escape', { scene: 1047, query: { scene: '%' } }, { kind: 'scan' }],
    ['a link without a path', { scene: 1011, query: { q: 'https://trail.example' } }, { kind: 'scan' }],
    ['a link that is none', { scene: 1011, query: { q: 'javascript:alert(1)' } }, { kind: 'scan' }],
    ['a skipType that is too long', { query: { skipType: 'x'.repeat(17) } }, { kind: 'direct' }],
    ['values that are no text', { query: { scene: 7, q: {}, skipType: [] } }, { kind: 'direct' }],
  ])('leaves out %s', (_what, facts, entry) => expect(parseEntry(facts)).toEqual(entry))

  it('fits the contract whatever comes', () => {
    const query = fc.dictionary(fc.constantFrom('scene', 'q', 'qrCode', 'skipType'), fc.anything())
    fc.assert(
      fc.property(fc.anything(), query, (scene, query) => {
        const entry = parseEntry({ scene: scene as number, query })
        expect(['direct', 'scan', 'share']).toContain(entry.kind)
        if (entry.deviceCode !== undefined) expect(entry.deviceCode).toMatch(deviceCodePattern)
        if (entry.skipType !== undefined) expect(entry.skipType.length).toBeLessThanOrEqual(16)
      }),
      { examples: [[Object.create(null), {}]] },
    )
  })
})

describe('of any bike', () => {
  const codes = fc.stringMatching(deviceCodePattern)
  // In a link the code stands alone between slashes, so those of its own are escaped.
  const links = fc
    .tuple(
      fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 3 }),
      codes,
      fc.constantFrom('', '/', '?a=b/c', '#d'),
    )
    .map(([folders, code, end]) => ({
      code,
      link: `https://trail.example/${[...folders, encodeURIComponent(code)].join('/')}${end}`,
    }))

  it('the code is read off its scene and off its link, in WeChat and in Alipay', () => {
    fc.assert(
      fc.property(links, ({ code, link }) => {
        expect(parseEntry({ query: { scene: encodeURIComponent(code) } })).toEqual({ kind: 'scan', deviceCode: code })
        for (const name of ['q', 'qrCode']) {
          const read = parseEntry({ query: { [name]: encodeURIComponent(link) } })
          expect(read).toEqual({ kind: 'scan', deviceCode: code })
        }
      }),
    )
  })
})

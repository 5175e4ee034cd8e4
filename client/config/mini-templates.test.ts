// @vitest-environment node

import { expect, it } from 'vitest'
import { sources } from 'webpack'
import compactTemplates from './mini-templates'

type Context = Parameters<typeof compactTemplates>[0]
type Assets = Parameters<Parameters<Context['modifyBuildAssets']>[0]>[0]['assets']

function compact(name: string, template: string): string {
  const assets: Assets = { [name]: new sources.RawSource(template) }
  compactTemplates({
    registerMethod() {},
    modifyComponentConfig() {},
    modifyBuildAssets: (hook) => hook({ assets }),
  })
  return String(assets[name]?.source())
}

it('leaves out what no screen uses, and the room between', () => {
  expect(compact('base.wxml', '<button  plain="{{i.p1}}" bindtap="eh">\n  </button>')).toBe(
    '<button bindtap="eh"></button>',
  )
})

it.each([
  ['base.axml', '<text selectable="{{i.p2}}" class="{{i.cl}}">'],
  ['base.ttml', '<text selectable="{{i.p2}}" class="{{i.cl}}">'],
  ['base.wxml', '<text class="{{i.cl}}">'],
])('lets a text be selected in %s only where no file can be saved', (name, kept) => {
  expect(compact(name, '<text selectable="{{i.p2}}" space="{{i.p3}}" class="{{i.cl}}">')).toBe(kept)
})

it('hears what WeChat says of a nickname', () => {
  const input = '<input type="nickname" bindnicknamereview="eh"></input>'
  expect(compact('base.wxml', input)).toBe(input)
})

it('follows the finger over a view alone', () => {
  const moves = 'bindtouchstart="eh" bindtouchmove="eh" bindtap="eh"'
  expect(compact('base.wxml', `<view ${moves}><button ${moves}>`)).toBe(
    `<view ${moves}><button bindtouchstart="eh" bindtap="eh">`,
  )
})

import { privacyInterfaces } from '@trailpass/bff/doctor/privacy-interfaces.ts'
import { expect, it } from 'vitest'
import { fixtureTree } from '../lib/fixture-tree.ts'
import { findUsed, knownInterfaces } from './find-used.ts'

const nothing = {
  'taro.js': 'const names=["getLocation","getWeRunData","chooseImage"]',
  'common.js': 'call("getUserInfo");id("nickname");show("chooseAvatar")',
  'base.wxml': '<view class="camera"/>',
}

it('the doctor knows the same interfaces as the simulator', () => {
  expect([...privacyInterfaces].sort()).toEqual([...knownInterfaces].sort())
})

it('takes a name in quotes for no use', () => {
  using tree = fixtureTree(nothing)
  expect(findUsed(tree.root)).toEqual([])
})

it.each([
  ['a call', 'pages/home/index.js', 'o().getWeRunData({})', 'getWeRunData'],
  ['a call behind another name', 'common.js', 'const{getFuzzyLocation:e}=t();e()', 'getFuzzyLocation'],
  ['a button', 'common.js', '{openType:"chooseAvatar",onChooseAvatar:e}', 'button.chooseAvatar'],
  ['a button for two things', 'a.js', 'openType:"getPhoneNumber|agreePrivacyAuthorization"', 'button.getPhoneNumber'],
  ['a field', 'common.js', '(0,r.jsx)(Input,{type:"nickname"})', 'input.nickname'],
  ['a component', 'base.wxml', '<template><camera mode="scanCode"/></template>', '<camera>'],
])('finds %s', (_what, file, content, name) => {
  using tree = fixtureTree({ ...nothing, [file]: content })
  expect(findUsed(tree.root)).toEqual([name])
})

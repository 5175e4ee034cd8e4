import { expect, it } from 'vitest'
import { groupOfFile, groupOfModule } from './module-groups.ts'

const store = 'webpack:///../node_modules/.pnpm'

it.each([
  [`${store}/@tarojs+runtime@4.2.0/node_modules/@tarojs/runtime/dist/dom/element.js`, 'taro'],
  [`${store}/react-reconciler@0.29.0_react@18.3.1/node_modules/react-reconciler/cjs/index.js`, 'react'],
  [`${store}/scheduler@0.23.2/node_modules/scheduler/index.js`, 'react'],
  [`${store}/zustand@5.1.0_react@18.3.1/node_modules/zustand/esm/vanilla.mjs`, 'zustand'],
  [`${store}/react-like@1.0.0/node_modules/react-like/index.js`, 'other'],
  [`${store}/tslib@2.9.1/node_modules/tslib/tslib.es6.mjs`, 'other'],
  ['webpack:///../shared/src/rules/limits.ts', 'shared'],
  ['webpack:///./src/pages/home/index.tsx?c0b7', 'ours'],
  ['webpack:///./src/features/overview/shared/src/trail.ts', 'ours'],
  ['webpack:///./config/aria-runtime.ts', 'ours'],
  ['webpack:///webpack/runtime/chunk loaded', 'other'],
])('%s is counted as %s', (source, group) => {
  expect(groupOfModule(source)).toBe(group)
})

it.each([
  ['base.wxml', 'templates'],
  ['utils.wxs', 'templates'],
  ['pages/home/index.wxss', 'styles'],
  ['app.json', 'other'],
])('the file %s is counted as %s', (file, group) => {
  expect(groupOfFile(file)).toBe(group)
})

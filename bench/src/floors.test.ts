import { expect, it } from 'vitest'
import { toFigure } from './findings.ts'
import { findTooLow } from './floors.ts'

it('tells which ratios are lower than they may be', () => {
  expect(findTooLow({ 'login.embedded': toFigure([0.01]), 'userinfo.embedded': toFigure([0.9]) })).toEqual([
    'the ratio login.embedded is 0.010, less than 0.1',
  ])
})

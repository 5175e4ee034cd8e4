import { expect, it } from 'vitest'
import { createVisitStore } from './visit-store'

it('begins with nothing in hand and an invitation to come', () => {
  expect(createVisitStore().getState()).toMatchObject({ entry: { kind: 'direct' }, invitationSeen: false })
})

it('puts the invitation off for the whole visit', () => {
  const { getState } = createVisitStore()
  getState().dismissInvitation()
  getState().setEntry({ kind: 'scan', deviceCode: '1AB' })
  expect(getState().invitationSeen).toBe(true)
})

it('takes a second scan, and keeps it when the person merely comes back', () => {
  const { getState } = createVisitStore()
  getState().setEntry({ kind: 'scan', deviceCode: '1AB' })
  getState().setEntry({ kind: 'scan', deviceCode: '2CD' })
  getState().setEntry({ kind: 'direct' })
  expect(getState().entry).toEqual({ kind: 'scan', deviceCode: '2CD' })
})

it('keeps the bike when a browser reads the address twice, whose code is gone the second time', () => {
  const { getState } = createVisitStore()
  getState().setEntry({ kind: 'scan', deviceCode: '1AB', skipType: '0001' })
  getState().setEntry({ kind: 'scan', skipType: '0001' })
  getState().setEntry({ kind: 'scan' })
  expect(getState().entry).toEqual({ kind: 'scan', deviceCode: '1AB', skipType: '0001' })
  getState().setEntry({ kind: 'share' })
  expect(getState().entry).toEqual({ kind: 'share' })
})

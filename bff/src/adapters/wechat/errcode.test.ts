import { describe, expect, it } from 'vitest'
import { explainErrcode, readStatus } from './errcode.ts'

describe('readStatus', () => {
  it('takes an answer without errcode for success', () => expect(readStatus({ openid: 'o1' }).errcode).toBe(0))

  it('takes an errcode that is no number for neither success nor anything known', () => {
    for (const errcode of ['0', '40029', null, {}]) expect(readStatus({ errcode }).errcode).toBeNaN()
  })

  it('finds the request id at the end of the message, with and without a blank', () => {
    expect(readStatus({ errcode: 40029, errmsg: 'invalid code, rid: 65a1-bc_2' }).rid).toBe('65a1-bc_2')
    expect(readStatus({ errcode: 40029, errmsg: 'invalid code rid:65a1' }).rid).toBe('65a1')
    expect(readStatus({ errcode: 40029, errmsg: 7 }).rid).toBeUndefined()
  })

  it('finds the address to put on the allow list, of both families, and for 40164 only', () => {
    const ipOf = (errmsg: string, errcode = 40164) => readStatus({ errcode, errmsg }).ip
    expect(ipOf('invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist, rid: 1-2')).toBe('203.0.113.7')
    expect(ipOf('invalid ip 2001:db8::7, not in whitelist')).toBe('2001:db8::7')
    expect(ipOf('not in whitelist rid: 65a1bc22-65a1bc22')).toBeUndefined()
    expect(ipOf('invalid ip 203.0.113.7', 40013)).toBeUndefined()
  })
})

it('has words for every errcode the operator has to act on', () => {
  const unknown = explainErrcode(12345)
  const words = [40013, 40125, 40164, 40243, 41002, 41004, 41008, 61003].map(explainErrcode)
  expect(new Set([unknown, ...words]).size).toBe(words.length + 1)
})

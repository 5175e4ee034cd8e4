import { expect, it } from 'vitest'
import { createActivity } from '../activity.ts'
import { createCalls, errMsgWording } from '../calls.ts'
import { createFaults } from '../faults.ts'
import { createRealm } from '../realm.ts'
import { createPrivacyApi, type WxPrivacy } from './privacy.ts'

const [location, steps] = ['收集你的位置信息', '收集你的微信运动步数']

function createWx(known: WxPrivacy, answers = {}) {
  const faults = createFaults()
  const activity = createActivity()
  const realm = createRealm('.', {}, faults)
  const calls = createCalls(realm, activity, faults, answers, errMsgWording)
  const used = new Set<string>()
  const privacy = createPrivacyApi(calls, known, used)
  realm.stop()
  const call = (name: string) => calls.asynchronous(name, () => ({ given: true }))() as Promise<object>
  return { call, activity, used, press: privacy.press, ...privacy.api }
}

const unagreed = (...declared: string[]): WxPrivacy => ({ declared, agreed: new Set() })
const refusal = (name: string) => ({ errMsg: `${name}:fail privacy permission is not authorized`, errno: 104 })
const setting = (wx: ReturnType<typeof createWx>) => wx.getPrivacySetting() as Promise<{ needAuthorization: boolean }>

it('lets through what gives nothing personal', async () => {
  expect(await createWx(unagreed()).call('getSystemInfo')).toMatchObject({ given: true })
})

it('refuses what the operator has not declared, whatever the person thinks', async () => {
  const wx = createWx({ declared: [steps], agreed: new Set([steps, location]) })
  await expect(wx.call('getFuzzyLocation')).rejects.toEqual({
    errMsg: 'getFuzzyLocation:fail api scope is not declared in the privacy agreement',
    errno: 112,
  })
  expect([...wx.used]).toEqual(['getFuzzyLocation'])
})

it('keeps a call waiting until the agreeing button was pressed and named', async () => {
  const known = unagreed(location)
  const wx = createWx(known)
  const referrers: string[] = []
  wx.onNeedPrivacyAuthorization((decide, { referrer }) => {
    referrers.push(referrer)
    decide({ event: 'exposureAuthorization' })
    wx.press('agree')
    decide({ event: 'agree', buttonId: 'agree' })
  })
  expect(await setting(wx)).toMatchObject({ needAuthorization: true })
  expect(await wx.call('getFuzzyLocation')).toMatchObject({ given: true })
  expect(await wx.call('getFuzzyLocation')).toMatchObject({ given: true })
  expect(referrers).toEqual(['getFuzzyLocation'])
  expect(await setting(wx)).toMatchObject({ needAuthorization: false })
  expect([...known.agreed]).toEqual([location])
})

it('does not take a word for a press', async () => {
  const wx = createWx(unagreed(location))
  wx.onNeedPrivacyAuthorization((decide) => decide({ event: 'agree', buttonId: 'agree' }))
  await expect(wx.call('getFuzzyLocation')).rejects.toEqual(refusal('getFuzzyLocation'))
})

it('fails a call that is refused, and asks again the next time', async () => {
  const wx = createWx(unagreed(location))
  let asked = 0
  wx.onNeedPrivacyAuthorization((decide) => {
    asked++
    decide({ event: 'disagree' })
  })
  await expect(wx.call('getFuzzyLocation')).rejects.toEqual(refusal('getFuzzyLocation'))
  await expect(wx.requirePrivacyAuthorize()).rejects.toEqual(refusal('requirePrivacyAuthorize'))
  expect(asked).toBe(2)
})

it('asks anew for what was declared after the person agreed', async () => {
  const wx = createWx({ declared: [location, steps], agreed: new Set([location]) })
  wx.onNeedPrivacyAuthorization((decide) => decide({ event: 'disagree' }))
  expect(await setting(wx)).toMatchObject({ needAuthorization: true })
  expect(await wx.call('getFuzzyLocation')).toMatchObject({ given: true })
  await expect(wx.call('getWeRunData')).rejects.toEqual(refusal('getWeRunData'))
})

it('shows its own window where nobody listens', async () => {
  expect(await createWx(unagreed(location)).call('getFuzzyLocation')).toMatchObject({ given: true })
  const refusing = createWx(unagreed(location), {
    officialPrivacyWindow: () => {
      throw new Error('disagree')
    },
  })
  await expect(refusing.call('getFuzzyLocation')).rejects.toEqual(refusal('getFuzzyLocation'))
})

it('is quiet while a person reads', async () => {
  const wx = createWx(unagreed(location))
  wx.onNeedPrivacyAuthorization(() => undefined)
  void wx.call('getFuzzyLocation')
  await expect(wx.activity.settle(1, 1000)).resolves.toBeUndefined()
})

import { expect, it } from 'vitest'
import { defaultApps } from '../../state/seed.ts'
import { startTestSimulator } from '../../testing/test-simulator.ts'

const { appId, secret } = defaultApps.douyin

async function start() {
  const simulator = await startTestSimulator()
  const signIn = () => simulator.post('/_sim/login', { appId, user: 'alice' })
  const exchange = (fields: object) =>
    simulator.post('/api/apps/v2/jscode2session', { appid: appId, secret, code: '', anonymous_code: '', ...fields })
  return { ...simulator, signIn, exchange }
}

it('changes a code for who it is and a session_key, once', async () => {
  const { signIn, exchange } = await start()
  const { code } = await signIn()
  expect(await exchange({ code })).toMatchObject({
    err_no: 0,
    err_tips: 'success',
    data: { openid: expect.stringMatching(/./), unionid: expect.stringMatching(/./), session_key: expect.any(String) },
  })
  expect(await exchange({ code })).toMatchObject({ err_no: 40018, data: { openid: '' } })
})

it('knows the phone alone by an anonymous code', async () => {
  const { signIn, exchange } = await start()
  const { anonymousCode } = await signIn()
  expect(await exchange({ anonymous_code: anonymousCode })).toMatchObject({
    err_no: 0,
    data: { openid: '', session_key: '', anonymous_openid: expect.stringMatching(/./) },
  })
})

it.each([
  [{ appid: defaultApps.weapp.appId }, 40015],
  [{ secret: 'wrong' }, 40017],
  [{ code: 'invented' }, 40018],
  [{ anonymous_code: 'invented' }, 40019],
  [{}, 40014],
])('refuses %j with %i', async (fields, errNo) => {
  const { exchange } = await start()
  expect(await exchange(fields)).toMatchObject({ err_no: errNo, data: { openid: '' } })
})

it('plays a fault in its own words', async () => {
  const { exchange, fail } = await start()
  await fail({ mode: 'busy' })
  expect(await exchange({ code: 'any' })).toMatchObject({ err_no: -1, err_tips: 'system error' })
})

import { expect } from 'vitest'
import { createPayloads } from '../../support/payloads.ts'
import { transcript } from '../../support/transcript.ts'

const minuteMs = 60_000

export default transcript('whatever is wrong with a payload, the answer is one', async (stack) => {
  const { member, sendProfile } = createPayloads(stack)
  const { token } = await member()
  const good = await stack.userProfile()
  const other = await stack.userProfile()
  const foreignApp = await stack.sealProfile(
    'alice',
    { nickName: '小林' },
    { watermark: { appid: 'wx1', timestamp: 1 } },
  )
  const foreignPerson = await stack.sealProfile('alice', { nickName: '小林' }, { openId: 'o-somebody' })
  const old = await stack.userProfile()
  const flaws = [
    { ...good, signature: other.rawData },
    { ...good, signature: '' },
    { ...good, rawData: `${good.rawData} ` },
    { ...good, rawData: 'no JSON' },
    { ...good, encryptedData: '' },
    { ...good, encryptedData: good.encryptedData.slice(0, 24) },
    { ...good, encryptedData: 'not base64 !' },
    { ...good, iv: other.iv },
    { ...good, iv: 'AAAA' },
    { ...good, keyEpoch: 77 },
    foreignPerson,
    { ...foreignApp, encryptedData: foreignApp.encryptedData.replace(/^..../, 'AAAA') },
    { ...(await stack.sealProfile('alice', { nickName: 7 })) },
  ]
  const answers = []
  for (const flaw of flaws) {
    answers.push(await sendProfile(token, flaw))
    stack.advance(minuteMs * 3)
    await stack.signIn()
  }
  answers.push(await sendProfile(token, old))
  const seen = answers.map(({ status, body, headers }) => {
    const { instance: _, ...problem } = body as unknown as Record<string, unknown>
    return JSON.stringify({ status, problem, retryAfter: headers.get('retry-after') })
  })
  expect([...new Set(seen)]).toHaveLength(1)
  expect(seen[0]).toContain('session_key.stale')
  expect((await stack.userInfo(token)).body.nickname).toBeNull()
})

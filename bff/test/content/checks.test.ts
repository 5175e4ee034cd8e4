import { expect } from 'vitest'
import { type AccountGround, forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { sample } from '../support/riding.ts'
import { until } from '../support/until.ts'

/** The words at which the simulated WeChat stops: anything with 疑似 is for human eyes, with 违规 for none. */
const [good, doubtful, bad] = ['林小', '疑似林小', '违规林小']
const textCheck = '/wxa/msg_sec_check'

/** Alice has ridden and stands in the ranking; `othersSee` is her row as Bob reads it. */
async function standInRanking(ground: AccountGround) {
  const bike = await ground.yard.addBike()
  const token = await ground.member('alice', '小林')
  const ridden = await ground.ride(token, bike)
  await ground.addSamples(token, ridden.id, [sample(0)])
  const bob = await ground.member('bob', '大刘')
  const rowFor = async (viewer: string) => (await ground.ranking(viewer, bike.trailId, 'all')).body.rows[0]
  return { token, othersSee: () => rowFor(bob), sheSees: () => rowFor(token) }
}

forEachAccountGround('A nickname', (it) => {
  it('that passes is seen by all', async (ground) => {
    const { token, othersSee } = await standInRanking(ground)
    const { body } = await ground.rename(token, good)
    expect(body).toMatchObject({ nickname: good, underReview: [] })
    expect(await othersSee()).toMatchObject({ displayName: good })
  })

  it('for human eyes is seen by oneself alone; others see the one before', async (ground) => {
    const { token, othersSee, sheSees } = await standInRanking(ground)
    const { body } = await ground.rename(token, doubtful)
    expect(body).toMatchObject({ nickname: doubtful, displayName: doubtful, underReview: ['nickname'] })
    expect((await ground.stack.userInfo(token)).body.nickname).toBe(doubtful)
    expect(await othersSee()).toMatchObject({ displayName: '小林' })
    expect(await sheSees()).toMatchObject({ displayName: doubtful, mine: true })
    expect((await ground.rename(token, '小林')).body).toMatchObject({ nickname: '小林', underReview: [] })
  })

  it('that is refused changes nothing, and is told so', async (ground) => {
    const { token, othersSee } = await standInRanking(ground)
    expectProblem(await ground.rename(token, bad), 422, 'content.refused')
    expect((await ground.stack.userInfo(token)).body).toMatchObject({ nickname: '小林', underReview: [] })
    expect(await othersSee()).toMatchObject({ displayName: '小林' })
  })

  it('is not lost while nobody can be asked, and is asked about later', async (ground) => {
    const { token, othersSee } = await standInRanking(ground)
    await ground.stack.fail({ mode: 'down', path: textCheck })
    expect((await ground.rename(token, good)).body).toMatchObject({ nickname: good, underReview: ['nickname'] })
    expect(await othersSee()).toMatchObject({ displayName: '小林' })
    await ground.stack.recover()
    await ground.stack.context.housekeeping.sweep()
    expect((await ground.stack.userInfo(token)).body).toMatchObject({ nickname: good, underReview: [] })
    expect(await othersSee()).toMatchObject({ displayName: good })
  })

  it('that turns out to be refused later goes, and leaves the one before', async (ground) => {
    const { token } = await standInRanking(ground)
    await ground.stack.fail({ mode: 'down', path: textCheck })
    await ground.rename(token, bad)
    await ground.stack.recover()
    await ground.stack.context.housekeeping.sweep()
    const body = { nickname: '小林', underReview: [], refused: ['nickname'] }
    expect((await ground.stack.userInfo(token)).body).toMatchObject(body)
    expect((await ground.rename(token, good)).body).toMatchObject({ nickname: good, refused: [] })
  })

  it('of somebody away for two hours waits for their next login', async ({ stack, member, rename }) => {
    const token = await member('alice', '小林')
    stack.advance(2 * 3_600_000)
    expect((await rename(token, good)).body).toMatchObject({ nickname: good, underReview: ['nickname'] })
    await stack.context.housekeeping.sweep()
    const asked = (await stack.upstreamCalls(textCheck)).length
    stack.advance(60_000)
    const again = await stack.signIn()
    expect(again.user).toMatchObject({ nickname: good, underReview: ['nickname'] })
    await until('asked anew', async () => (await stack.upstreamCalls(textCheck)).length > asked)
    await until('passed', async () => (await stack.userInfo(again.token)).body.underReview.length === 0)
  })

  it('is looked at when registering too, after consent and before anything is stored', async ({ stack }) => {
    const { token } = await stack.signIn()
    expectProblem(
      await stack.register(token, { nickname: bad, agreements: [] }),
      422,
      'registration.agreement_required',
    )
    expect(await stack.upstreamCalls(textCheck)).toEqual([])
    expectProblem(await stack.register(token, { nickname: bad }), 422, 'content.refused')
    expect((await stack.userInfo(token)).body.registered).toBe(false)
    const { body } = await stack.register(token, { nickname: doubtful })
    expect(body).toMatchObject({ registered: true, nickname: doubtful, underReview: ['nickname'] })
    await stack.register(token, { nickname: doubtful })
    expect(await stack.upstreamCalls(textCheck)).toHaveLength(2)
  })

  it('of an old client’s profile is taken when it passes, and left alone when it is refused', async (ground) => {
    const { stack } = ground
    const token = await ground.member('alice', '小林')
    const take = async (nickName: string) => {
      const body = await stack.sealProfile('alice', { nickName })
      return (await stack.api<{ nickname: string }>('POST', '/v1/userinfo/platform-profile', { token, body })).body
    }
    expect(await take(bad)).toMatchObject({ nickname: '小林', underReview: [] })
    expect(await take(good)).toMatchObject({ nickname: good, underReview: [] })
    expect(await take(doubtful)).toMatchObject({ nickname: doubtful, underReview: ['nickname'] })
  })
})

forEachAccountGround('What is pending', (it) => {
  it('goes with consent and with the account, files included', async ({ stack, member, rename, saveAvatar, erase }) => {
    const token = await member('alice', '小林')
    await rename(token, doubtful)
    const { avatarUrl } = (await saveAvatar(token)).body
    expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(200)
    await erase(token)
    expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(404)
  })
})

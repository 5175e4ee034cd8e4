import { expect } from 'vitest'
import { type AccountGround, forEachAccountGround } from '../support/account-suite.ts'

const actor = 'operator:lin'

interface Profile {
  passed?: string
  nickname?: string
  avatar?: boolean
}

/** Two members of one unionid, each with what has passed and what waits for human eyes. */
async function meet(ground: AccountGround, phoneHas: Profile, webHas: Profile) {
  const { stack, yard, onWeb, saveAvatar } = ground
  const { store, people, pendingContent } = yard.stores

  async function prepare(token: string, { passed, nickname, avatar }: Profile): Promise<string | null> {
    const { userId } = (await stack.register(token)).body
    const avatarUrl = avatar ? (await saveAvatar(token)).body.avatarUrl : null
    await store.write(function* () {
      const person = yield* people.lock(userId)
      if (!person) return
      yield* people.update({ ...person, nickname: passed ?? null, avatarId: null })
      const pending = { personId: userId, standing: 'review', traceId: null, changedAt: stack.clock.now() } as const
      if (nickname) yield* pendingContent.upsert({ ...pending, field: 'nickname', value: nickname })
      const value = avatarUrl?.split('/').at(-1)
      if (value) yield* pendingContent.upsert({ ...pending, field: 'avatar', value })
    })
    return avatarUrl
  }

  const phone = (await stack.signIn({ user: 'alice' })).token
  const web = (await onWeb('alice', false)).token
  const phoneAvatar = await prepare(phone, phoneHas)
  const webAvatar = await prepare(web, webHas)
  await onWeb('alice', true)
  const moderation = stack.context.contentModeration
  return {
    phone,
    phoneAvatar,
    webAvatar,
    moderation,
    /** The account of the phone stays. */
    join: async () => (await ground.decideJoin(phone, true)).body,
    info: async () => (await stack.userInfo(phone)).body,
    everybodySees: async () => {
      const { userId } = (await stack.userInfo(phone)).body
      return store.read(() => people.find(userId))
    },
    decide: async (field: string, decision: 'pass' | 'refuse') => {
      const waiting = (await moderation.list()).find((content) => content.field === field)
      return moderation.decide(waiting?.id ?? '', decision, actor)
    },
    fileStatus: async (url: string | null) => (await stack.api('GET', url ?? '')).status,
  }
}

forEachAccountGround('Two accounts with something under review', (it) => {
  it('keep what the one that stays has, passed or not; the other’s is gone, file and all', async (ground) => {
    const both = await meet(
      ground,
      { passed: '小林', nickname: '林小', avatar: true },
      { passed: '网页小林', nickname: '网页林小', avatar: true },
    )
    expect((await ground.joinOffer(both.phone)).body.offer).toMatchObject({
      own: { displayName: '林小', avatarUrl: both.phoneAvatar },
      other: { displayName: '网页林小', avatarUrl: both.webAvatar },
    })
    expect(await both.join()).toMatchObject({
      nickname: '林小',
      avatarUrl: both.phoneAvatar,
      underReview: ['avatar', 'nickname'],
    })
    expect(await both.everybodySees()).toMatchObject({ nickname: '小林', avatarId: null })
    expect((await both.moderation.list()).map(({ value }) => value).sort()).toEqual([both.phoneAvatar, '林小'].sort())
    await ground.stack.context.housekeeping.sweep()
    expect([await both.fileStatus(both.phoneAvatar), await both.fileStatus(both.webAvatar)]).toEqual([200, 404])
    await both.decide('nickname', 'refuse')
    await both.decide('avatar', 'pass')
    expect(await both.info()).toMatchObject({ nickname: '小林', avatarUrl: both.phoneAvatar, underReview: [] })
  })

  it('fill in what the one that stays has not, and it goes on waiting', async (ground) => {
    const both = await meet(ground, {}, { passed: '网页小林', nickname: '网页林小', avatar: true })
    expect(await both.join()).toMatchObject({
      nickname: '网页林小',
      avatarUrl: both.webAvatar,
      underReview: ['avatar', 'nickname'],
    })
    expect(await both.everybodySees()).toMatchObject({ nickname: '网页小林', avatarId: null })
    await both.decide('nickname', 'pass')
    expect(await both.everybodySees()).toMatchObject({ nickname: '网页林小' })
  })

  it('show nobody a name for one that only waits: what has passed of the other stands in until then', async (ground) => {
    const both = await meet(ground, { nickname: '林小' }, { passed: '网页小林' })
    expect(await both.join()).toMatchObject({ nickname: '林小', underReview: ['nickname'] })
    expect(await both.everybodySees()).toMatchObject({ nickname: '网页小林' })
  })
})

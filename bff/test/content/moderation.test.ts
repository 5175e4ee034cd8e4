import { expect } from 'vitest'
import { type AccountGround, forEachAccountGround } from '../support/account-suite.ts'

const [passed, doubtful, another] = ['小林', '疑似林小', '疑似小小林']
const actor = 'operator:lin'

/** Alice has a name that passed and one that waits, and a picture that waits, since no verdict could arrive. */
async function leaveToHumanEyes(ground: AccountGround) {
  const { stack, yard } = ground
  const token = await ground.member('alice', passed)
  await ground.rename(token, doubtful)
  const { userId, avatarUrl } = (await ground.saveAvatar(token)).body
  const { store, people, audit } = yard.stores
  const moderation = stack.context.contentModeration
  return {
    token,
    moderation,
    avatarUrl,
    idOf: async (field: string) => (await moderation.list()).find((content) => content.field === field)?.id ?? '',
    info: async () => (await stack.userInfo(token)).body,
    everybodySees: () => store.read(() => people.find(userId)),
    audited: async () =>
      (await store.read(() => audit.list({ limit: 9 }))).filter(({ action }) => action.startsWith('content.')),
  }
}

forEachAccountGround('What is left to human eyes', (it) => {
  it('is listed, the oldest first, naming nobody', async (ground) => {
    const { moderation, avatarUrl, info } = await leaveToHumanEyes(ground)
    const listed = await moderation.list()
    expect(listed).toMatchObject([
      { field: 'nickname', value: doubtful },
      { field: 'avatar', value: avatarUrl },
    ])
    expect(JSON.stringify(listed)).not.toContain((await info()).userId)
  })

  it('is seen by everybody once an operator lets it pass, which is noted', async (ground) => {
    const { moderation, idOf, info, avatarUrl, everybodySees, audited } = await leaveToHumanEyes(ground)
    const [nickname, avatar] = [await idOf('nickname'), await idOf('avatar')]
    expect(await moderation.decide(nickname, 'pass', actor)).toMatchObject({ id: nickname, value: doubtful })
    expect(await info()).toMatchObject({ nickname: doubtful, underReview: ['avatar'] })
    await moderation.decide(avatar, 'pass', actor)
    expect(await info()).toMatchObject({ nickname: doubtful, avatarUrl, underReview: [] })
    expect(await everybodySees()).toMatchObject({ nickname: doubtful, avatarId: avatarUrl?.split('/').at(-1) })
    expect(await audited()).toMatchObject([
      { actor, action: 'content.pass', target: `content:${avatar}`, detail: 'avatar' },
      { actor, action: 'content.pass', target: `content:${nickname}`, detail: 'nickname' },
    ])
  })

  it('is gone once it is refused, file and all, and what was seen before stays', async (ground) => {
    const { moderation, idOf, info, avatarUrl, audited } = await leaveToHumanEyes(ground)
    for (const field of ['nickname', 'avatar']) await moderation.decide(await idOf(field), 'refuse', actor)
    expect(await info()).toMatchObject({
      nickname: passed,
      avatarUrl: null,
      underReview: [],
      refused: ['avatar', 'nickname'],
    })
    expect((await ground.stack.api('GET', avatarUrl ?? '')).status).toBe(404)
    expect((await audited()).map(({ action }) => action)).toEqual(['content.refuse', 'content.refuse'])
    expect(await moderation.list()).toEqual([])
  })

  it('is decided about as it was seen: once, and not after another has taken its place', async (ground) => {
    const { token, moderation, idOf, info, audited } = await leaveToHumanEyes(ground)
    const seen = await idOf('nickname')
    await ground.rename(token, another)
    expect(await moderation.decide(seen, 'pass', actor)).toBeUndefined()
    expect(await info()).toMatchObject({ nickname: another, underReview: ['avatar', 'nickname'] })
    const present = await idOf('nickname')
    const decisions = await Promise.all([
      moderation.decide(present, 'pass', actor),
      moderation.decide(present, 'pass', actor),
    ])
    expect(decisions.filter((decided) => decided !== undefined)).toHaveLength(1)
    expect(await audited()).toHaveLength(1)
  })
})

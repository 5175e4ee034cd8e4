import { describe, expect, it } from 'vitest'
import { createAccounts } from '../support/account.ts'
import { openBikeYard } from '../support/bike-yard.ts'
import { createPush, plainPush } from '../support/push.ts'
import type { Stack } from '../support/stack.ts'
import { withStack } from '../support/with-stack.ts'

describe('An avatar', () => {
  const play = (act: (ground: Awaited<ReturnType<typeof prepare>>) => Promise<void>, env = {}) =>
    withStack(async (stack) => act(await prepare(stack)), { env: { ...plainPush, ...env } })

  async function prepare(stack: Stack) {
    const push = createPush(stack)
    await push.open()
    const { token, user } = await stack.signIn()
    await stack.register(token, { nickname: '小林' })
    const { store, people } = (await openBikeYard(stack)).stores
    const stored = () => store.read(() => people.find(user.userId))
    return {
      stack,
      push,
      token,
      stored,
      ...createAccounts(stack),
      info: async () => (await stack.userInfo(token)).body,
    }
  }

  it('is seen by its owner at once, and by others when WeChat says so', () =>
    play(async ({ push, saveAvatar, token, info, stored }) => {
      const { avatarUrl, underReview } = (await saveAvatar(token)).body
      expect(underReview).toEqual(['avatar'])
      expect((await stored())?.avatarId).toBeNull()
      const [picture] = await push.pictures()
      expect(picture?.url).toMatch(new RegExp(`${avatarUrl}$`))
      if (picture) expect(await push.judge(picture, 'pass')).toMatchObject({ delivered: true })
      expect(await info()).toMatchObject({ avatarUrl, underReview: [] })
      expect(avatarUrl).toBe(`/v1/avatars/${(await stored())?.avatarId}`)
    }))

  it('that is refused goes, file and all, and leaves the one before', () =>
    play(async ({ stack, push, saveAvatar, token, info }) => {
      const first = (await saveAvatar(token)).body.avatarUrl
      const [accepted] = await push.pictures()
      if (accepted) await push.judge(accepted, 'pass')
      const second = (await saveAvatar(token)).body.avatarUrl
      const [, refused] = await push.pictures()
      if (refused) await push.judge(refused, 'risky')
      expect(await info()).toMatchObject({ avatarUrl: first, underReview: [], refused: ['avatar'] })
      expect((await stack.api('GET', second ?? '')).status).toBe(404)
      if (accepted) await push.judge(accepted, 'risky')
      expect(await info()).toMatchObject({ avatarUrl: first })
      expect((await saveAvatar(token)).body).toMatchObject({ underReview: ['avatar'], refused: [] })
    }))

  it('for human eyes, or that could not be fetched, stays with its owner', () =>
    play(async ({ stack, push, saveAvatar, token, info, stored }) => {
      const { avatarUrl } = (await saveAvatar(token)).body
      const [picture] = await push.pictures()
      if (picture) await push.judge(picture, 'failed')
      expect(await info()).toMatchObject({ avatarUrl, underReview: ['avatar'] })
      await stack.context.housekeeping.sweep()
      const pictures = await push.pictures()
      expect(pictures).toHaveLength(2)
      if (pictures[1]) await push.judge(pictures[1], 'review')
      expect(await info()).toMatchObject({ avatarUrl, underReview: ['avatar'] })
      expect((await stored())?.avatarId).toBeNull()
    }))

  it('whose verdict never comes is asked about again', () =>
    play(async ({ stack, push, saveAvatar, token, info }) => {
      await saveAvatar(token)
      stack.advance(41 * 60_000)
      await stack.context.housekeeping.sweep()
      const [, again] = await push.pictures()
      if (again) await push.judge(again, 'pass')
      expect((await info()).underReview).toEqual([])
    }))

  it('stays with its owner where WeChat cannot fetch it, and the operator hears of it', () =>
    play(
      async ({ stack, saveAvatar, token, push }) => {
        expect((await saveAvatar(token)).body.underReview).toEqual(['avatar'])
        expect(await push.pictures()).toEqual([])
        expect(stack.log).toContain('PUBLIC_URL')
      },
      { PUBLIC_URL: '' },
    ))
})

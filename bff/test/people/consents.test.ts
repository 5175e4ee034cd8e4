import { expect } from 'vitest'
import { forEachAccountGround } from '../support/account-suite.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { agreedVersions } from '../support/journeys.ts'
import { sample } from '../support/riding.ts'

forEachAccountGround('Consents', (it) => {
  it('say what, which version, when and on which screen', async ({ stack }) => {
    const { token } = await stack.signIn()
    const { body } = await stack.register(token, { screen: 'registration' })
    expect(body.consents).toHaveLength(agreedVersions.length)
    for (const { id, version } of agreedVersions) {
      expect(body.consents).toContainEqual({ id, version, agreedAt: expect.any(String), screen: 'registration' })
    }
  })

  it.each(agreedVersions.map(({ id }) => ({ id })))(
    'withdrawn make a guest of the member, and erase what rested on them: $id',
    async (ground, { id }) => {
      const { stack, yard } = ground
      const bike = await yard.addBike()
      const token = await ground.member('alice', '小林')
      await ground.bindPhone(token, await stack.phoneCode('alice'))
      const { avatarUrl } = (await ground.saveAvatar(token)).body
      const ridden = await ground.ride(token, bike)
      await ground.addSamples(token, ridden.id, [sample(0)])

      const { status, body } = await ground.withdraw(token, id)
      expect(status).toBe(200)
      expect(body).toMatchObject({
        registered: false,
        nickname: null,
        avatarUrl: null,
        phoneMasked: null,
        riderId: null,
      })
      expect(body.consents.map((consent) => consent.id)).not.toContain(id)
      expect((await ground.withdraw(token, id)).body).toEqual(body)
      expect((await stack.api('GET', avatarUrl ?? '')).status).toBe(404)
      expect((await ground.list(token)).body.rides).toEqual([])
      expect((await ground.ranking(token, bike.trailId, 'all')).body).toMatchObject({ rows: [], mine: null })
      expectProblem(await ground.rename(token, '小林'), 403, 'registration.required')

      const again = await stack.register(token, { nickname: '又来了' })
      expect(again.body).toMatchObject({ registered: true, userId: body.userId, nickname: '又来了' })
      const { consents } = (await ground.exportAll(token)).body
      expect(consents.filter((consent) => consent.id === id).map(({ withdrawnAt }) => withdrawnAt)).toEqual([
        null,
        expect.any(String),
      ])
    },
  )

  it('given while they are withdrawn stay with no guest', async ({ stack, member, agree, withdraw }) => {
    const given = { agreements: agreedVersions, screen: 'profile' }
    const id = agreedVersions[0]?.id ?? ''
    for (const user of ['alice', 'bob', 'carol', 'dave']) {
      const token = await member(user)
      await Promise.all([agree(token, given), withdraw(token, id), agree(token, given)])
      const { registered, consents } = (await stack.userInfo(token)).body
      expect(registered).toBe(false)
      expect(consents.map((consent) => consent.id)).not.toContain(id)
    }
  })

  it('can be given later, for what is in force', async ({ stack, member, agree }) => {
    const token = await member('alice')
    const { body } = await agree(token, { agreements: agreedVersions, screen: 'profile' })
    expect(body.consents).toHaveLength(agreedVersions.length)
    const outdated = [{ id: 'privacy-policy', version: '1999-01' }]
    expectProblem(await agree(token, { agreements: outdated, screen: 'profile' }), 400, 'request.invalid')
    const guest = await stack.signIn({ user: 'bob' })
    const refused = await agree(guest.token, { agreements: agreedVersions, screen: 'profile' })
    expectProblem(refused, 403, 'registration.required')
  })

  it('to nothing we know cannot be withdrawn', async ({ member, withdraw }) => {
    expectProblem(await withdraw(await member('alice'), 'no-such-agreement'), 404, 'request.not_found')
  })
})

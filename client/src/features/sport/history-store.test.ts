import type { Ride, RideList } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { createFakeApi } from '../../../test/fake-api'
import { NetworkError } from '../../api/api-error'
import { createHistoryStore } from './history-store'

const ride = (id: string) => ({ id }) as Ride
const page = (nextBefore: string | null, ...ids: string[]): RideList => ({ rides: ids.map(ride), nextBefore })
const newest = 'GET /v1/rides'
const older = 'GET /v1/rides?before=r2'

function lateAnswer() {
  let resolve: (page: RideList) => void = () => {}
  const promise = new Promise<RideList>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

it('starts at the newest and goes on to the oldest', async () => {
  const api = createFakeApi({ [newest]: page('r2', 'r3', 'r2'), [older]: page(null, 'r1') })
  const { getState } = createHistoryStore(api)
  await getState().load('alice')
  expect(getState()).toMatchObject({ rides: [ride('r3'), ride('r2')], hasOlder: true, fault: null })
  await Promise.all([getState().loadOlder(), getState().loadOlder()])
  expect(getState()).toMatchObject({ rides: [ride('r3'), ride('r2'), ride('r1')], hasOlder: false })
  await getState().loadOlder()
  expect(api.log).toEqual([newest, older])
})

it('keeps what is there when the next page does not come, and tries it again', async () => {
  const answers: Record<string, unknown> = { [newest]: page('r2', 'r2'), [older]: new NetworkError('network') }
  const { getState } = createHistoryStore(createFakeApi(answers))
  await getState().load('alice')
  await getState().loadOlder()
  expect(getState()).toMatchObject({ rides: [ride('r2')], hasOlder: true, fault: 'network' })
  answers[older] = page(null, 'r1')
  await getState().loadOlder()
  expect(getState()).toMatchObject({ rides: [ride('r2'), ride('r1')], hasOlder: false, fault: null })
})

it('shows nobody the rides of another person, not even late ones', async () => {
  const late = lateAnswer()
  const answers: Record<string, unknown> = { [newest]: () => late.promise }
  const { getState } = createHistoryStore(createFakeApi(answers))
  const alice = getState().load('alice')
  answers[newest] = page(null, 'b1')
  await getState().load('bob')
  late.resolve(page(null, 'a1'))
  await alice
  expect(getState()).toMatchObject({ personId: 'bob', rides: [ride('b1')] })
})

it('takes no empty list of a guest who stands in', async () => {
  let standIn = false
  const answers = { [newest]: page(null, 'r1') }
  const { getState } = createHistoryStore(createFakeApi(answers, () => !standIn))
  await getState().load('alice')
  standIn = true
  answers[newest] = page(null)
  await getState().load('alice')
  expect(getState()).toMatchObject({ rides: [ride('r1')], fault: 'session.expired' })
})

it('starts over while older ones are on their way', async () => {
  const late = lateAnswer()
  const answers: Record<string, unknown> = { [newest]: page('r2', 'r2'), [older]: () => late.promise }
  const { getState } = createHistoryStore(createFakeApi(answers))
  await getState().load('alice')
  const paging = getState().loadOlder()
  await getState().load('alice')
  late.resolve(page(null, 'r1'))
  await paging
  expect(getState().rides).toEqual([ride('r2')])
})

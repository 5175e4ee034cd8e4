import { expect, it } from 'vitest'
import { createFakeApi } from '../../../test/fake-api'
import { NetworkError } from '../../api/api-error'
import { createOverviewStore } from './overview-store'

const overview = { trails: [], activeToday: 12, freeBikes: null, topThree: [] }
const operation = 'GET /v1/overview'

it('loads what anybody may see', async () => {
  const { getState } = createOverviewStore(createFakeApi({ [operation]: overview }))
  const loading = getState().load()
  expect(getState()).toMatchObject({ overview: null, fault: null })
  await loading
  expect(getState()).toMatchObject({ overview, fault: null })
})

it('says why nothing came', async () => {
  const { getState } = createOverviewStore(createFakeApi({ [operation]: new NetworkError('timeout') }))
  await getState().load()
  expect(getState()).toMatchObject({ overview: null, fault: 'timeout' })
})

it('keeps the last one on screen while another is fetched, and when that fails', async () => {
  const answers: Record<string, unknown> = { [operation]: overview }
  const { getState } = createOverviewStore(createFakeApi(answers))
  await getState().load()
  answers[operation] = new NetworkError('network')
  const loading = getState().load()
  expect(getState()).toMatchObject({ overview, fault: null })
  await loading
  expect(getState()).toMatchObject({ overview, fault: 'network' })
})

it('keeps the words of a failure until a try succeeds', async () => {
  const answers: Record<string, unknown> = { [operation]: new NetworkError('network') }
  const { getState } = createOverviewStore(createFakeApi(answers))
  await getState().load()
  answers[operation] = overview
  const loading = getState().load()
  expect(getState().fault).toBe('network')
  await loading
  expect(getState()).toMatchObject({ overview, fault: null })
})

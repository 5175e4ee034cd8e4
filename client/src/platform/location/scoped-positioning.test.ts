import Taro from '@tarojs/taro'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { permissionPatienceMs } from '../within-patience'
import { createScopedPositioning } from './scoped-positioning'

const scope = 'scope.userFuzzyLocation'
const obtain = vi.fn(async () => ({ latitude: '30.2', longitude: '120.1' }))
const positioning = createScopedPositioning({ scope, kind: 'fuzzy', obtain })

/** What the person said, as the platform's settings have it; nothing before the first question. */
const said = (answer?: boolean) =>
  vi
    .mocked(Taro.getSetting)
    .mockResolvedValue({ authSetting: answer === undefined ? {} : { [scope]: answer } } as never)

afterEach(() => {
  vi.useRealTimers()
  vi.clearAllMocks()
})

describe('positioning in a mini program', () => {
  it('gives degrees as numbers', async () => {
    expect(await positioning.locate()).toEqual({ kind: 'fuzzy', latitude: 30.2, longitude: 120.1 })
  })

  it.each([
    ['denied', 'the person refused', false],
    ['unavailable', 'the phone does not know', true],
    ['unavailable', 'nobody was asked', undefined],
  ] as const)('is %s where %s', async (kind, _why, answer) => {
    said(answer)
    obtain.mockRejectedValueOnce({ errMsg: 'getFuzzyLocation:fail' })
    expect(await positioning.locate()).toEqual({ kind })
  })

  it('gives up when the platform never calls back', async () => {
    vi.useFakeTimers()
    said(true)
    obtain.mockReturnValueOnce(new Promise(() => {}))
    const locating = positioning.locate()
    await vi.advanceTimersByTimeAsync(permissionPatienceMs)
    expect(await locating).toEqual({ kind: 'unavailable' })
  })

  it.each([
    [true, true],
    [false, false],
    [undefined, false],
  ])('takes a setting of %s for granted: %s', async (answer, isGranted) => {
    said(answer)
    expect(await positioning.isGranted()).toBe(isGranted)
  })

  it('asks for nothing before its gate, and takes a refusal there for neither denied nor unavailable', async () => {
    obtain.mockClear()
    said(true)
    const privacy = { ensure: vi.fn(async () => false), isAgreed: async () => false }
    const gated = createScopedPositioning({ scope, kind: 'fuzzy', obtain, privacy })
    expect(await gated.locate()).toEqual({ kind: 'unagreed' })
    expect(await gated.isGranted()).toBe(false)
    expect(obtain).not.toHaveBeenCalled()
    privacy.ensure.mockResolvedValueOnce(true)
    expect(await gated.locate()).toMatchObject({ kind: 'fuzzy' })
  })

  it('grants nothing where the settings cannot be read, and survives settings that do not open', async () => {
    vi.mocked(Taro.getSetting).mockRejectedValueOnce({ errMsg: 'getSetting:fail' })
    expect(await positioning.isGranted()).toBe(false)
    vi.mocked(Taro.openSetting).mockRejectedValueOnce({ errMsg: 'openSetting:fail' })
    await expect(positioning.openSettings?.()).resolves.toBeUndefined()
  })
})

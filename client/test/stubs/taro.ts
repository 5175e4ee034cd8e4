import { useEffect, useRef } from 'react'
import { vi } from 'vitest'

/** The page's query; tests fill it before drawing. */
export const routerParams: Record<string, string> = {}

const resolved = () => vi.fn(async () => ({}))

const Taro = {
  request: resolved(),
  uploadFile: resolved(),
  showToast: resolved(),
  showModal: vi.fn(async () => ({ confirm: true, cancel: false })),
  navigateTo: resolved(),
  navigateBack: resolved(),
  redirectTo: resolved(),
  reLaunch: resolved(),
  getCurrentPages: vi.fn(() => [{}, {}]),
  scanCode: vi.fn(async () => ({})),
  setNavigationBarTitle: resolved(),
  stopPullDownRefresh: vi.fn(),
  chooseImage: vi.fn(async () => ({
    tempFilePaths: [] as string[],
    tempFiles: [] as { path: string; size: number }[],
  })),
  login: vi.fn(async () => ({ code: 'C1' })),
  checkSession: resolved(),
  getUpdateManager: () => ({ onUpdateReady: () => {} }),
  onNetworkStatusChange: vi.fn(),
  getRandomValues: vi.fn(),
  getSetting: vi.fn(async () => ({ authSetting: {} as Record<string, boolean> })),
  openSetting: resolved(),
  getFuzzyLocation: vi.fn(async () => ({ latitude: 0, longitude: 0 })),
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wxtest' } }),
  getAppBaseInfo: () => ({ language: 'zh_CN' }),
  getDeviceInfo: () => ({ model: 'test' }),
}

export default Taro

export const useRouter = () => ({ params: routerParams })
export const useLaunch = (callback: (options: object) => void) => useEffect(() => callback({}), [])
export const usePageNotFound = (_callback: () => void) => {}
const shows = new Set<() => void>()
/** The page comes to the front again. */
export const showAgain = () => {
  for (const show of shows) show()
}
export const useDidShow = (callback: () => void) => {
  const latest = useRef(callback)
  latest.current = callback
  useEffect(() => {
    const show = () => latest.current()
    show()
    shows.add(show)
    return () => void shows.delete(show)
  }, [])
}
export const useDidHide = (_callback: () => void) => {}
export const useLoad = (callback: (query: Record<string, string>) => void) =>
  useEffect(() => callback(routerParams), [])
export const useUnload = (callback: () => void) => useEffect(() => callback, [])
export const usePullDownRefresh = (_callback: () => void) => {}
/** What the page gives to a chat, as the latest screen has it. */
export const shared: { card?: () => unknown } = {}
export const useShareAppMessage = (card: () => unknown) => {
  shared.card = card
}
export const useReachBottom = (_callback: () => void) => {}

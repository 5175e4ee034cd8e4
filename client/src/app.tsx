import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { getServices } from './bootstrap'
import { ErrorBoundary } from './components/error-boundary'
import { locale } from './lib/locale'
import { t } from './messages'
import { ask } from './platform/dialogue'
import { opensWithSession, readEntry } from './platform/entry'
import { goHome } from './platform/navigation'
import { watchForNetwork } from './platform/network'
import { watchForUpdate } from './platform/update'
import './styles/app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch((options) => {
    // Lets screen readers choose the right voice.
    if (process.env.TARO_ENV === 'h5') document.documentElement.lang = locale()
    enter(options)
    if (opensWithSession) {
      void getServices().session.getState().start()
      watchForNetwork(comeBack)
    }
    watchForUpdate(askToRestart)
  })

  // A hot start has its own options, for instance of a second scan.
  useDidShow((options) => {
    if (options !== undefined) enter(options)
    if (opensWithSession) void goOn()
  })

  usePageNotFound(goHome)

  return <ErrorBoundary>{children}</ErrorBoundary>
}

function enter(options: Parameters<typeof readEntry>[0]): void {
  const { scan, visit } = getServices()
  const entry = readEntry(options)
  visit.getState().setEntry(entry)
  scan.getState().enter(entry.deviceCode)
}

/** Resumes whatever failed or is waiting. */
async function goOn(options = { isOnline: false }): Promise<void> {
  const { session, scan, ride } = getServices()
  await session.getState().wake(options)
  scan.getState().resume()
  void ride.getState().load()
}

/** The network has come back: also reloads what is on screen and failed to load. */
function comeBack(): void {
  const { overview, leaderboard, sport } = getServices()
  if (overview.getState().fault !== null) void overview.getState().load()
  void goOn({ isOnline: true }).then(() => {
    void leaderboard.getState().retry()
    void sport.getState().retry()
  })
}

function askToRestart(): Promise<boolean> {
  return ask({
    title: t('update.title'),
    text: t('update.text'),
    yes: t('update.restart'),
    no: t('update.later'),
  })
}

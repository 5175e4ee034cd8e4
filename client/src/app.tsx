import { useDidShow, useLaunch, usePageNotFound } from '@tarojs/taro'
import type { PropsWithChildren } from 'react'
import { getServices } from './bootstrap'
import { ErrorBoundary } from './components/error-boundary'
import { t } from './messages'
import { ask } from './platform/dialogue'
import { opensWithSession, readEntry } from './platform/entry'
import { goHome } from './platform/navigation'
import { watchForNetwork } from './platform/network'
import { watchForUpdate } from './platform/update'
import './styles/app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch((options) => {
    enter(options)
    if (opensWithSession) {
      void getServices().session.getState().start()
      watchForNetwork(goOn)
    }
    watchForUpdate(askToRestart)
  })

  // A hot start has its own options, for instance of a second scan.
  useDidShow((options) => {
    if (options !== undefined) enter(options)
    if (opensWithSession) goOn()
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
function goOn(): void {
  const { session, scan, ride } = getServices()
  void session
    .getState()
    .wake()
    .then(() => {
      scan.getState().resume()
      return ride.getState().load()
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

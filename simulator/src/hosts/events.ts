import type { Faults } from './faults.ts'

type Listener = (detail: unknown) => void

const names = [
  'AppShow',
  'AppHide',
  'Error',
  'UnhandledRejection',
  'PageNotFound',
  'ThemeChange',
  'NetworkStatusChange',
  'MemoryWarning',
  'WindowResize',
  'KeyboardHeightChange',
  'UserCaptureScreen',
  'LazyLoadError',
  'AudioInterruptionBegin',
  'AudioInterruptionEnd',
] as const

export type HostEventName = (typeof names)[number]

export interface HostEvents {
  api: Readonly<Record<string, (listener?: Listener) => void>>
  emit(name: HostEventName, detail?: unknown): void
}

/** `onX` and `offX` for all events of the phone. */
export function createEvents(faults: Faults): HostEvents {
  const listeners = new Map<HostEventName, Set<Listener>>(names.map((name) => [name, new Set()]))
  const api: Record<string, (listener?: Listener) => void> = {}
  for (const [name, registered] of listeners) {
    api[`on${name}`] = (listener) => void (listener && registered.add(listener))
    api[`off${name}`] = (listener) => void (listener ? registered.delete(listener) : registered.clear())
  }
  return {
    api,
    emit(name, detail) {
      for (const listener of listeners.get(name) ?? []) faults.guard(() => listener(detail))
    },
  }
}

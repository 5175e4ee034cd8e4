import { type ProblemDevice, type ScanResponse, scanDevice } from '@trailpass/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiClient } from '../../api/api-client'
import { deviceOf, faultOf } from '../../lib/fault'
import { keep } from '../../platform/storage/kept'
import type { KeyValueStorage } from '../../platform/storage/types'

/** The result of the latest scan. */
export type Scan =
  | { kind: 'none' }
  /** Waits for a session, then for the server. */
  | { kind: 'reading'; code: string }
  /** `fault`: why the ride did not start, if a retry may help. */
  | { kind: 'ready'; code: string; intent: ScanResponse; fault: string | null }
  /** `isFinal`: a retry would not help. `device`: the bike, if known. */
  | { kind: 'fault'; fault: string; isFinal: boolean; device: ProblemDevice | null }

export interface ScanState {
  scan: Scan
  /** Handles the launch options. Platforms repeat them whenever the app returns: the same code is the same scan. */
  enter(code: string | undefined): void
  /** Handles a scan; `undefined` if it is not a bike code. The current bike is not loaded twice. */
  take(code: string | undefined): void
  /** The app came to the foreground, or the person changed: resume. */
  resume(): void
  /** The ride of this scan did not start. An error about the bike or the scan ends the scan. */
  refuse(intentId: string, fault: string): void
  /** Called on a retry of the ride, or when a fault has passed: clears that fault, or any if none is given. */
  forgetFault(fault?: string): void
  /** The ride has started, or the person has dismissed the error. */
  drop(): void
}

export type ScanStore = StoreApi<ScanState>

export interface ScanDependencies {
  api: ApiClient
  storage: KeyValueStorage
  now: () => number
  /** Resolves once the person is known, or cannot be determined. */
  sessionKnown: () => Promise<unknown>
  userId: () => string | null
}

/** Persisted: login, terms, registration and restarts may happen between a scan and its ride. */
interface ScanRecord {
  code: string
  /** By the phone's clock, which may be wrong: the server decides. */
  keptUntilMs: number
  answer: { userId: string | null; intent: ScanResponse } | null
}

const keptMs = 15 * 60_000
const tooLate = 'ride.intent_expired'

/** These errors are about the bike or the scan and are permanent; all others may be temporary. */
const isFinal = (fault: string) => fault.startsWith('device.') || fault === tooLate || fault === 'request.invalid'

export function createScanStore({ api, storage, now, sessionKnown, userId }: ScanDependencies): ScanStore {
  const kept = keep<ScanRecord>(
    storage,
    'trailpass.scan',
    ({ code, keptUntilMs }) => typeof code === 'string' && typeof keptUntilMs === 'number',
  )
  let record = kept.read()
  let entered: string | undefined
  let reading: object | undefined

  const isTooOld = () => record !== null && now() >= record.keptUntilMs

  return createStore<ScanState>()((set, get) => {
    function remember(next: ScanRecord): void {
      record = next
      kept.write(next)
    }

    function forget(): void {
      record = null
      reading = undefined
      kept.clear()
    }

    function fail(fault: string, device: ProblemDevice | null = null): void {
      const scan = failed(fault, device)
      if (isFinal(fault)) forget()
      set({ scan })
    }

    /** The server's information about the bike is newer than the stored one. */
    function failed(fault: string, device: ProblemDevice | null = null): Scan {
      return { kind: 'fault', fault, isFinal: isFinal(fault), device: device ?? record?.answer?.intent.device ?? null }
    }

    async function read(code: string): Promise<void> {
      const mine = {}
      reading = mine
      set({ scan: { kind: 'reading', code } })
      await sessionKnown()
      // Superseded by a later scan, or cancelled.
      const isOvertaken = () => reading !== mine
      if (isOvertaken()) return
      try {
        const intent = await api.call(scanDevice, { scene: code })
        if (isOvertaken()) return
        reading = undefined
        remember({ code, keptUntilMs: now() + keptMs, answer: { userId: userId(), intent } })
        set({ scan: { kind: 'ready', code, intent, fault: null } })
      } catch (error) {
        if (isOvertaken()) return
        reading = undefined
        fail(faultOf(error), deviceOf(error))
      }
    }

    function begin(code: string): void {
      remember({ code, keptUntilMs: now() + keptMs, answer: null })
      void read(code)
    }

    return {
      scan: restored(),

      enter(code) {
        if (code === undefined || code === entered) return
        entered = code
        get().take(code)
      },

      take(code) {
        if (code === undefined) {
          forget()
          fail('device.code_forged')
        } else if (record?.code === code && !isTooOld()) get().resume()
        else begin(code)
      },

      resume() {
        const { scan } = get()
        if (record === null || reading !== undefined) return
        if (isTooOld()) return fail(tooLate)
        // A scan belongs to the person at that time; for another person the bike is scanned again.
        const isSettled = scan.kind === 'ready' && (record.answer?.userId === userId() || userId() === null)
        if (isSettled) get().forgetFault()
        else void read(record.code)
      },

      refuse(intentId, fault) {
        const { scan } = get()
        // Another bike may have been scanned meanwhile.
        if (scan.kind !== 'ready' || scan.intent.intentId !== intentId) return
        if (isFinal(fault)) fail(fault)
        else set({ scan: { ...scan, fault } })
      },

      forgetFault(fault) {
        const { scan } = get()
        if (scan.kind !== 'ready' || scan.fault === null) return
        if (fault === undefined || scan.fault === fault) set({ scan: { ...scan, fault: null } })
      },

      drop() {
        forget()
        set({ scan: { kind: 'none' } })
      },
    }

    function restored(): Scan {
      if (record === null) return { kind: 'none' }
      const { code, answer } = record
      if (isTooOld()) {
        const scan = failed(tooLate)
        forget()
        return scan
      }
      return answer === null ? { kind: 'reading', code } : { kind: 'ready', code, intent: answer.intent, fault: null }
    }
  })
}

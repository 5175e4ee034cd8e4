/**
 * The budget of a whole flight, including retries. People get a response within 3.5 s; the rest is for the work before
 * and after.
 */
const flightMs = 2500

/**
 * Ends a flight that exceeds its budget. In a process that was blocked, received data is read first, so that a response
 * that has already arrived, and has consumed the code, is not discarded.
 */
export const flightDeadline = (): AbortSignal => startDeadline().signal

/** An optimisation for a hot path: letting a deadline expire costs 20 µs, cancelling it 1 µs. */
export async function withinFlightTime<T>(fly: (deadline: AbortSignal) => Promise<T>): Promise<T> {
  const { signal, timer } = startDeadline()
  try {
    return await fly(signal)
  } finally {
    clearTimeout(timer)
  }
}

function startDeadline() {
  const controller = new AbortController()
  // Timers run before received socket data, immediates after it; a body may arrive one turn after its headers.
  const end = () => controller.abort()
  const timer = setTimeout(() => setImmediate(() => setImmediate(end)), flightMs).unref()
  return { signal: controller.signal, timer }
}

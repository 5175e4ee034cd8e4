/** A whole flight, tries included. People are answered within 3.5 s: the rest is for what is done before and after. */
const flightMs = 2500

/**
 * Ends a flight whose time is over. In a process that was held up, what arrived meanwhile is read first: an answer that is
 * here already is not thrown away, with the code that it has cost.
 */
export const flightDeadline = (): AbortSignal => startDeadline().signal

/** For what is done all the time: a deadline that is left to run out costs 20 µs, one that is taken back 1 µs. */
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
  // Timers come before what sockets have received, an immediate after it; a body may be one turn behind its headers.
  const end = () => controller.abort()
  const timer = setTimeout(() => setImmediate(() => setImmediate(end)), flightMs).unref()
  return { signal: controller.signal, timer }
}

/** A whole flight, tries included. People are answered within 3.5 s: the rest is for what is done before and after. */
const flightMs = 2500

/**
 * Ends a flight whose time is over. In a process that was held up, what arrived meanwhile is read first: an answer that is
 * here already is not thrown away, with the code that it has cost.
 */
export function flightDeadline(): AbortSignal {
  const controller = new AbortController()
  // Timers come before what sockets have received, an immediate after it; a body may be one turn behind its headers.
  const end = () => controller.abort()
  setTimeout(() => setImmediate(() => setImmediate(end)), flightMs).unref()
  return controller.signal
}

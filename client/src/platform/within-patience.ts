/** Timeout for calls that may prompt the person first: long enough to read the prompt, and to find a satellite. */
export const permissionPatienceMs = 30_000

/** Rejects on timeout: platforms have been seen never to call back. */
export function withinPatience<Value>(answer: Promise<Value>, patienceMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

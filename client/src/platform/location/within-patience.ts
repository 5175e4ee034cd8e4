/** Long enough to read the platform's question and to find a satellite. */
export const patienceMs = 30_000

/** Rejects when nothing came in time: platforms have been seen to call back never. */
export function withinPatience<Value>(answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no position in time')), patienceMs)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

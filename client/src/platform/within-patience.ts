/** For what may ask the person first: long enough to read the question, and to find a satellite. */
export const permissionPatienceMs = 30_000

/** Rejects when nothing came in time: platforms have been seen to call back never. */
export function withinPatience<Value>(answer: Promise<Value>, patienceMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

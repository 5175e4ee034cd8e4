/** Rejects when nothing came in time: platforms have been seen to call back never. */
export function withinPatience<Value>(answer: Promise<Value>, patienceMs: number): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), patienceMs)
    void answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Calls whenever the browser has a network again. */
export function watchForNetwork(onConnected: () => void): void {
  window.addEventListener('online', onConnected)
}

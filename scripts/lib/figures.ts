export function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

export function inBytes(bytes: number): string {
  return `${bytes.toLocaleString('en-US')} bytes`
}

export interface TaroLine {
  kind: 'error' | 'warning' | 'compiled'
  text: string
}

/**
 * Reads Taro's output line by line and keeps what is news: errors, the warnings of our own configuration
 * (`warning: …`), and that a compilation succeeded. The greeting, tips and statistics are dropped, and so are webpack's
 * warnings, which the H5 server repeats with every change.
 */
export function createTaroReader(): (line: string) => TaroLine | undefined {
  let inErrors = false
  return (line) => {
    const text = line.trimEnd()
    const plain = text.trimStart()
    if (plain.startsWith('warning: ')) return { kind: 'warning', text: plain }
    if (/^✖ Errors:/u.test(plain)) inErrors = true
    else if (/^(→|ℹ|✔|🙅|✅|⚠|webpack \d)/u.test(plain)) inErrors = false
    else if (inErrors && plain !== '') return { kind: 'error', text }
    const [, time] = /Webpack: Compiled successfully in (.+)$/.exec(plain) ?? []
    return time === undefined ? undefined : { kind: 'compiled', text: `compiled in ${time}` }
  }
}

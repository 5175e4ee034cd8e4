import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const bffMain = fileURLToPath(new URL('../../bff/dist/main.js', import.meta.url))
const readyWithinMs = 15_000

/** The built BFF in a process of its own, which can die and come back on the same address and data. */
export interface BffProcess {
  readonly url: string
  /** Everything it has written, over all its lives. */
  readonly output: string
  /** kill -9: nothing is flushed, nothing is said. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>
}

/** Starts `bff/dist/main.js`; rejects with what it said when it does not get ready. */
export async function startBffProcess(env: NodeJS.ProcessEnv): Promise<BffProcess> {
  let output = ''
  let url = ''
  let child: ChildProcess

  async function launch(port: string): Promise<void> {
    child = spawn(process.execPath, [bffMain], {
      env: { ...environmentWithoutBff(), ...env, PORT: port },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const launched = child
    url = await new Promise<string>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`the BFF ${why}:\n${output.slice(-2000)}`))
      const timer = setTimeout(() => fail('was not ready in time'), readyWithinMs)
      const read = (chunk: string) => {
        output += chunk
        const ready = /ready on (http:\S+)/.exec(output.slice(-4000))?.[1]
        if (ready === undefined) return
        clearTimeout(timer)
        resolve(ready)
      }
      launched.stdout?.setEncoding('utf8').on('data', read)
      launched.stderr?.setEncoding('utf8').on('data', read)
      launched.once('exit', (code) => {
        clearTimeout(timer)
        fail(`ended with ${code}`)
      })
    })
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exited = once(child, 'exit')
    child.kill(signal)
    const [code] = (await exited) as [number | null]
    return code
  }

  await launch('0')
  return {
    get url() {
      return url
    },
    get output() {
      return output
    },
    kill: async () => void (await end('SIGKILL')),
    async restart() {
      output += '\n'
      await launch(new URL(url).port)
    },
    stop: () => end('SIGTERM'),
  }
}

/** What the developer's own shell sets for a BFF must not reach the one under test. */
function environmentWithoutBff(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env
  return { PATH, SystemRoot, TEMP, TMPDIR }
}

import { parseArgs } from 'node:util'
import { startSimulator } from './server.ts'

const usage = 'usage: trailpass-simulator [--port 4010] [--host 127.0.0.1]'

function quit(words: string): never {
  console.error(words)
  process.exit(1)
}

function readOptions(): { port: number; host: string } {
  const { values } = readArguments()
  const port = Number(values.port ?? process.env.PORT ?? 4010)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) quit(`the port must be a number up to 65535\n${usage}`)
  return { port, host: values.host ?? '127.0.0.1' }
}

function readArguments() {
  try {
    return parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } })
  } catch (error) {
    return quit(`${wordsOf(error)}\n${usage}`)
  }
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function describeListenFailure(error: unknown, { port, host }: { port: number; host: string }): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return `port ${port} is already in use: choose another with --port`
  if (code === 'EACCES') return `port ${port} needs rights this user does not have: choose another with --port`
  return `cannot listen on ${host}:${port}: ${wordsOf(error)}`
}

const options = readOptions()
const simulator = await startSimulator(options).catch((error) => quit(describeListenFailure(error, options)))
console.log(`simulator ready on ${simulator.url}`)
const stop = () => void simulator.close().then(() => process.exit(0))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)

import type { ReadableStream } from 'node:stream/web'
import type { Config } from '../config/config.ts'
import { findOperatorUrl } from '../operator/address-file.ts'
import { type CommandEvent, commandPath } from '../operator/command-events.ts'
import { CommandError, type ExitCode, exitCodes } from './command-error.ts'
import type { Output } from './program.ts'
import type { CommandCall } from './run-on-server.ts'

/** Has the server that holds the data folder run a command. Throws CommandError when it did not end well. */
export async function callServer(config: Config, call: CommandCall, output: Output): Promise<void> {
  const exitCode = await readEvents(await post(config, call), output)
  if (exitCode !== exitCodes.done) throw new CommandError('', exitCode)
}

async function post({ dataDir, operator }: Config, call: CommandCall): Promise<ReadableStream<Uint8Array>> {
  const inUse = `a server is using the data folder ${dataDir}`
  if (operator.token === null) {
    throw unreachable(`${inUse}: set the same OPERATOR_TOKEN for it and this command, or stop it first`)
  }
  const url = findOperatorUrl(dataDir) ?? `http://${operator.host}:${operator.port}`
  const headers = { authorization: `Bearer ${operator.token.reveal()}`, 'content-type': 'application/json' }
  const response = await fetch(`${url}${commandPath}`, { method: 'POST', headers, body: JSON.stringify(call) }).catch(
    () => {
      throw unreachable(
        `${inUse}, but its operator port does not answer at ${url}: was it started with an OPERATOR_TOKEN?`,
      )
    },
  )
  if (response.status === 401) throw unreachable(`the server at ${url} uses a different OPERATOR_TOKEN`)
  if (!response.ok || !response.body) throw unreachable(`the server at ${url} answered ${response.status}`)
  return response.body
}

async function readEvents(body: ReadableStream<Uint8Array>, output: Output): Promise<ExitCode> {
  try {
    for await (const line of readLines(body)) {
      const event = JSON.parse(line) as CommandEvent
      if ('out' in event) output.out(event.out)
      else if ('err' in event) output.err(event.err)
      else return event.exitCode
    }
  } catch {
    // told below: a broken wire and an early end are the same to the operator
  }
  throw unreachable('the server stopped before the command ended: its outcome is unknown')
}

/** Node's readline hears nothing of a stream that breaks, which would end this process. */
async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const unreachable = (message: string) => new CommandError(message, exitCodes.unreachable)

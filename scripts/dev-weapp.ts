import { addressesAt, readAddresses, usualPorts } from './dev/addresses.ts'
import { clientPart } from './dev/client-part.ts'
import { crashOf, PartCrashed } from './dev/crash.ts'
import { interruption, untilAborted } from './dev/interruption.ts'
import { startPart } from './dev/part.ts'
import { sayAs } from './dev/say.ts'

const say = sayAs('dev')
const running = readAddresses()
const addresses = running ?? addressesAt(usualPorts)
if (running === undefined)
  say('start `dev` in another terminal: the mini program looks for its BFF and simulator there')
say(`building for ${addresses.bff}; WeChat DevTools imports the folder client/`)

const part = startPart(clientPart('weapp', addresses), sayAs('weapp'))
try {
  await Promise.race([crashOf(part), untilAborted(interruption())])
} catch (error) {
  if (!(error instanceof PartCrashed)) throw error
  say(error.message)
  process.exitCode = 1
} finally {
  await part.stop()
}

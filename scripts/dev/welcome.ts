import { defaultApps } from '@trailpass/simulator'
import type { Addresses } from './addresses.ts'
import { curlLogin } from './curl-login.ts'
import { scanUrl } from './register-bikes.ts'

/** What runs where, and what to do with it. */
export function welcome(addresses: Addresses, user: string, bikeCode: string | undefined): string {
  const { simulator, bff, h5 } = addresses
  // The phone on that page keeps its cookie only on the site that the page itself is on.
  const simulatorPage = `${simulator.replace('127.0.0.1', new URL(h5).hostname)}/_sim/bikes`
  const scan = bikeCode === undefined ? '' : `\n  Scan       ${scanUrl(h5, bikeCode)}   (as after scanning a bike)`
  return `
  Open       ${h5}${scan}
  Ride       ${simulatorPage}   (a phone beside the bikes: scan, pedal, watch)
  BFF        ${bff}   (contract: ${bff}/v1/openapi.json)
  WeChat     ${simulator}/_sim/   (the simulator: people, faults, requests)
  DevTools   run \`npx -y pnpm@10.34.8 dev:weapp\` in another terminal, then import the folder client/
  curl       paste into a POSIX shell:

${curlLogin(addresses, defaultApps.weapp.appId, user)}

  Full output of each part: .cache/dev/*.log. Ctrl-C ends everything.
`
}

import { defaultApps } from '@trailpass/simulator'
import { BuildError } from '../build/build-error.ts'
import { madeFromTheseSources } from '../build/build-stamp.ts'
import { buildTarget } from '../build/build-target.ts'
import type { ClientTarget } from '../build/targets.ts'

const building = new Map<ClientTarget, Promise<string | undefined>>()

/** Builds a client when it is missing or old, once for however many steps. Resolves to why it failed. */
export function builtClient(target: ClientTarget): Promise<string | undefined> {
  const started = building.get(target) ?? build(target)
  building.set(target, started)
  return started
}

async function build(target: ClientTarget): Promise<string | undefined> {
  // The tests build H5 with an app to sign in to, which is as good.
  const known = [{}, { TARO_APP_H5_APP_ID: defaultApps.h5.appId }]
  if (known.some((env) => madeFromTheseSources(target, env))) return undefined
  try {
    await buildTarget(target)
    return undefined
  } catch (error) {
    if (error instanceof BuildError) return `${target} was not built\n${error.message}`
    throw error
  }
}

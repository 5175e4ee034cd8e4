import { randomInt } from 'node:crypto'
import type Router from '@koa/router'
import { drawnModes, drawScript } from '../faults/draw-script.ts'
import { readQuery } from '../http.ts'
import { platformPaths } from '../platforms/platform-paths.ts'
import { type FaultMode, faultModeNames, isFaultMode } from '../state/fault-modes.ts'
import type { FaultScript, FaultStep } from '../state/faults.ts'
import type { World } from '../state/world.ts'
import { AdminError } from './admin-error.ts'
import { type Fields, readFields } from './fields.ts'

const defaultDelayMs = 10_000
const defaultSteps = 20
const mostSteps = 10_000
const seedsBelow = 2 ** 31

const stepFields = ['mode', 'count', 'delayMs', 'errcode', 'subCode', 'handled']
const scriptFields = ['path', 'repeat']
const drawFields = ['seed', 'length', 'share', 'modes']

/** Faults of the platforms: one fault, a script, or one generated from a seed. */
export function bindFaults(router: Router, world: World): void {
  router.get('/_sim/faults', (ctx) => {
    ctx.body = world.faults.list()
  })

  router.delete('/_sim/faults', (ctx) => {
    world.faults.stop(readQuery(ctx).path)
    ctx.status = 204
  })

  router.post('/_sim/faults', (ctx) => {
    const fields = readFields(ctx)
    if (fields.optionalText('mode') === 'off') {
      demandOnly(fields, ['mode', 'path'])
      world.faults.stop(fields.optionalText('path'))
    } else for (const script of readScripts(fields)) world.faults.start(script)
    ctx.body = world.faults.list()
  })
}

function readScripts(fields: Fields): FaultScript[] {
  const path = fields.optionalText('path')
  const repeat = fields.optionalFlag('repeat') ?? false
  const common = { repeat, ...(path !== undefined && { path }) }
  if (fields.names().includes('steps')) {
    demandOnly(fields, [...scriptFields, 'steps'])
    return [{ ...common, steps: readSteps(fields) }]
  }
  if (fields.names().includes('mode')) {
    demandOnly(fields, [...scriptFields, ...stepFields])
    return [{ ...common, steps: [readStep(fields)] }]
  }
  demandOnly(fields, [...scriptFields, ...drawFields])
  return draw(fields, path === undefined ? platformPaths : [path], repeat)
}

/** A script for each path; without a seed a new one is chosen and returned. */
function draw(fields: Fields, paths: readonly string[], repeat: boolean): FaultScript[] {
  const [seed, length, share, modes] = [
    fields.optionalInteger('seed', 0) ?? randomInt(seedsBelow),
    fields.optionalInteger('length', 1) ?? defaultSteps,
    fields.optionalInteger('share', 1) ?? 50,
    fields.optionalTexts('modes')?.map(readMode) ?? drawnModes,
  ]
  if (length > mostSteps) throw new AdminError(400, `"length" must be at most ${mostSteps}`)
  if (share > 100) throw new AdminError(400, '"share" must be at most 100')
  if (modes.includes('errcode')) throw new AdminError(400, '"errcode" cannot be drawn: give it as a step')
  return paths.map((path) => drawScript({ seed, path, length, share, modes, repeat }))
}

function readSteps(fields: Fields): FaultStep[] {
  return (fields.optionalList('steps') ?? []).map((step) => {
    demandOnly(step, stepFields)
    return readStep(step)
  })
}

function readStep(fields: Fields): FaultStep {
  const [given, count, subCode, errcode] = [
    fields.text('mode'),
    fields.optionalInteger('count', 1),
    fields.optionalText('subCode'),
    fields.optionalInteger('errcode', -1),
  ]
  const times = count === undefined ? {} : { count }
  if (given === 'ok') return { mode: 'ok', ...times }
  const mode = readMode(given)
  if (mode === 'errcode' && errcode === undefined && subCode === undefined)
    throw new AdminError(400, '"errcode" is missing')
  return {
    mode,
    delayMs: fields.optionalInteger('delayMs', 0) ?? defaultDelayMs,
    errcode: errcode ?? 0,
    handled: fields.optionalFlag('handled') ?? false,
    ...times,
    ...(subCode !== undefined && { subCode }),
  }
}

function readMode(given: string): FaultMode {
  if (isFaultMode(given)) return given
  throw new AdminError(400, `no mode "${given}"; known: off, ok, ${faultModeNames.join(', ')}`)
}

/** An unknown field would silently result in a different fault than intended. */
function demandOnly(fields: Fields, known: readonly string[]): void {
  const stray = fields.names().find((name) => !known.includes(name))
  if (stray !== undefined) throw new AdminError(400, `"${stray}" means nothing here; known: ${known.join(', ')}`)
}

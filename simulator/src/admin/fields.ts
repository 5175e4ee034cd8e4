import type { Context } from 'koa'
import { brokenBody, readJsonBody } from '../http.ts'
import { AdminError } from './admin-error.ts'

/** The JSON object of a request; an empty body is an empty object. */
export function readFields(ctx: Context): Fields {
  const body = readJsonBody(ctx)
  if (body === brokenBody) throw new AdminError(400, 'the body is not a JSON object')
  return createFields(body ?? {})
}

/** Typed access to a JSON object; errors name the field. */
export interface Fields {
  names(): string[]
  text(name: string): string
  optionalText(name: string): string | undefined
  flag(name: string): boolean
  optionalFlag(name: string): boolean | undefined
  integer(name: string, minimum: number): number
  optionalInteger(name: string, minimum: number): number | undefined
  optionalNumber(name: string, minimum: number): number | undefined
  object(name: string): Record<string, unknown>
  /** An array of objects. */
  optionalList(name: string): Fields[] | undefined
  optionalTexts(name: string): string[] | undefined
}

function createFields(body: Readonly<Record<string, unknown>>): Fields {
  function optional<T>(name: string, isRight: (value: unknown) => value is T, kind: string): T | undefined {
    const value = body[name]
    if (value === undefined || isRight(value)) return value
    throw new AdminError(400, `"${name}" must be ${kind}`)
  }

  function required<T>(name: string, value: T | undefined): T {
    if (value === undefined) throw new AdminError(400, `"${name}" is missing`)
    return value
  }

  const optionalText = (name: string) => optional(name, isText, 'a string that is not empty')
  const optionalFlag = (name: string) => optional(name, isFlag, 'true or false')
  const optionalInteger = (name: string, minimum: number) =>
    optional(
      name,
      (value): value is number => Number.isSafeInteger(value) && Number(value) >= minimum,
      `a whole number from ${minimum}`,
    )

  return {
    names: () => Object.keys(body),
    text: (name) => required(name, optionalText(name)),
    optionalText,
    flag: (name) => required(name, optionalFlag(name)),
    optionalFlag,
    integer: (name, minimum) => required(name, optionalInteger(name, minimum)),
    optionalInteger,
    optionalNumber: (name, minimum) =>
      optional(
        name,
        (value): value is number => Number.isFinite(value) && Number(value) >= minimum,
        `a number from ${minimum}`,
      ),
    object: (name) => required(name, optional(name, isObject, 'an object')),
    optionalList: (name) => optional(name, isListOf(isObject), 'a list of objects')?.map(createFields),
    optionalTexts: (name) => optional(name, isListOf(isText), 'a list of strings'),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOf =
  <T>(isEntry: (value: unknown) => value is T) =>
  (value: unknown): value is T[] =>
    Array.isArray(value) && value.length > 0 && value.every(isEntry)

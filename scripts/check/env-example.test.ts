import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { loadConfig } from '@trailpass/bff/config/config.ts'
import { envSchema } from '@trailpass/bff/config/env.ts'
import { expect, it } from 'vitest'
import { inRepository } from '../lib/repository.ts'

const example = parseEnv(readFileSync(inRepository('.env.example'), 'utf8'))

it('.env.example has every variable of the BFF and no other', () => {
  expect(Object.keys(example).sort()).toEqual(Object.keys(envSchema.shape).sort())
})

it('.env.example shows the defaults', () => {
  const defaults = envSchema.parse({})
  for (const [name, value] of Object.entries(example)) {
    const preset = defaults[name as keyof typeof defaults]
    if (value !== '' && preset !== undefined) expect(String(preset), name).toBe(value)
  }
})

it('a copy of .env.example starts the BFF as it is', () => {
  expect(loadConfig(example)).toEqual(loadConfig({}))
})

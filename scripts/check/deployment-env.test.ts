import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { envSchema } from '@trailpass/bff/config/env.ts'
import { describe, expect, it } from 'vitest'
import * as yaml from 'yaml'
import { inRepository } from '../lib/repository.ts'

const read = (...path: string[]) => readFileSync(inRepository('deploy', ...path), 'utf8')
const known = new Set(Object.keys(envSchema.shape))
/** Those of the compose file itself and of the images it takes. */
const ofCompose = ['POSTGRES_PASSWORD', 'TLS_FOLDER']
const unknown = (names: Iterable<string>) => [...names].filter((name) => !known.has(name))

interface Service {
  environment?: Record<string, string>
  volumes?: string[]
  networks?: string[]
  ports?: string[]
}
interface Compose {
  services: Record<string, Service>
  networks: object
  volumes: object
}
const composeText = read('compose.yml')
const compose = yaml.parse(composeText, { merge: true }) as Compose
const bffs = Object.entries(compose.services).filter(([name]) => name.startsWith('bff-'))

describe('deployment files name variables that the BFF reads', () => {
  it('in the compose file', () => {
    expect(bffs).toHaveLength(3)
    for (const [, { environment = {} }] of bffs) expect(unknown(Object.keys(environment))).toEqual([])
    const placeholders = [...composeText.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)
    expect(unknown(placeholders).filter((name) => !ofCompose.includes(name))).toEqual([])
  })
  it('in the example of their environment', () => {
    const names = unknown(Object.keys(parseEnv(read('trailpass.env.example'))))
    expect(names.filter((name) => !ofCompose.includes(name))).toEqual([])
  })
  it('in the systemd unit', () => {
    const settings = [...read('systemd', 'trailpass.service').matchAll(/^Environment=(.*)$/gm)]
    const names = settings.flatMap(([, list = '']) => list.split(' ').map((setting) => setting.split('=')[0] ?? ''))
    expect(names).toContain('DATA_DIR')
    expect(unknown(names)).toEqual([])
  })
  it('in the image', () => {
    const settings = [...read('Dockerfile').matchAll(/^ENV (?!CI)(.*)$/gm)].flatMap(([, list = '']) => list.split(' '))
    expect(unknown(settings.map((setting) => setting.split('=')[0] ?? ''))).toEqual([])
  })
})

it('the compose file names only networks, volumes and upstreams that exist', () => {
  const services = Object.values(compose.services)
  const named = services.flatMap(({ volumes = [] }) => volumes.map((volume) => volume.split(':')[0] ?? ''))
  expect(new Set(named.filter((name) => /^[a-z]+$/.test(name)))).toEqual(new Set(Object.keys(compose.volumes)))
  expect(new Set(services.flatMap(({ networks = [] }) => networks))).toEqual(new Set(Object.keys(compose.networks)))
  const upstreams = [...read('nginx', 'upstream-compose.conf').matchAll(/server ([\w-]+):3000/g)].map(
    ([, name]) => name,
  )
  expect(upstreams).toEqual(bffs.map(([name]) => name))
})

it('the compose file publishes on IPv4 alone, where callers keep addresses of their own', () => {
  const ports = Object.values(compose.services).flatMap((service) => service.ports ?? [])
  expect(ports).toEqual(['0.0.0.0:80:80', '0.0.0.0:443:443'])
})

it('no image is built or run as root, and none holds a secret', () => {
  const dockerfile = read('Dockerfile')
  expect(
    dockerfile
      .trimEnd()
      .split('\n')
      .findLast((line) => line.startsWith('USER ')),
  ).toBe('USER node')
  expect(dockerfile).not.toMatch(/(SECRET|MASTER_KEY|TOKEN)\b/)
})

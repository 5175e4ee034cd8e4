import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { inRepository } from '../lib/repository.ts'

/** Where each part listens, as URLs without a slash at the end. */
export interface Addresses {
  simulator: string
  bff: string
  h5: string
}

export const usualPorts = { simulator: 4010, bff: 3000, h5: 10086 }

export function addressesAt(ports: typeof usualPorts): Addresses {
  return {
    simulator: `http://127.0.0.1:${ports.simulator}`,
    bff: `http://127.0.0.1:${ports.bff}`,
    h5: `http://localhost:${ports.h5}`,
  }
}

const file = inRepository('.cache', 'dev', 'addresses.json')

/** Lets `dev:weapp`, in a terminal of its own, find the parts that `dev` runs. */
export function publishAddresses(addresses: Addresses): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(addresses))
}

export function withdrawAddresses(): void {
  rmSync(file, { force: true })
}

export function readAddresses(): Addresses | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Addresses
  } catch {
    return undefined
  }
}

import { randomBase32 } from './base32.ts'

const length = 12 // 60 random bits

/** Who somebody is at bikes and screens: says nothing about the person, and can be replaced by another. */
export const createRiderId = (): string => randomBase32(length)

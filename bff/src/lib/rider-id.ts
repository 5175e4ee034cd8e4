import { randomBase32 } from './base32.ts'

const length = 12 // 60 random bits

/** A random name of a person on bikes and screens; reveals nothing about the person, and can be replaced. */
export const createRiderId = (): string => randomBase32(length)

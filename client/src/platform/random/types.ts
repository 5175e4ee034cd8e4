/** A fresh id of 32 characters of `[A-Za-z0-9_-]`, made of `randomIdBytes` random bytes. */
export type RandomId = () => Promise<string>

export const randomIdBytes = 24

export const patienceMs = 5_000

/** Limits that forms and schemas share. Lengths count Unicode code points unless the name says bytes. */
export const limits = {
  nicknameLength: 20,
  avatarBytes: 1_048_576,
  codeLength: 512,
  appIdLength: 64,
  modelLength: 128,
  /** Of each part of a payload; 31 days of steps take 2,000. */
  payloadLength: 8192,
  /** A sample every other second for eleven hours. */
  samplesPerRide: 20_000,
  samplesPerRequest: 200,
  /** The longest a client says that something took. */
  toldMs: 600_000,
} as const

/** `deviceId` and `nonce`: random, made by the client. */
export const opaqueIdPattern = /^[A-Za-z0-9_-]{22,64}$/

import type { PlatformProfileRequest } from '@trailpass/shared'
import { expect, it } from 'vitest'
import { figure } from '../support/figure.ts'
import { createPayloads } from '../support/payloads.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

/** Blocks of the ciphertext, from its end, where the padding is; the iv is one too. */
const blocks = figure('blocks', 2)
const bytesOfBlock = figure('bytes', 2)
const valuesOfByte = figure('values', 8)
const accounts = figure('accounts', 4)
const atOnce = 32
const blockBytes = 16

/** Every value but the right one in so many bytes of so many blocks, spread evenly over what there is. */
function* mutations(payload: PlatformProfileRequest): Generator<PlatformProfileRequest> {
  const sealed = Buffer.concat([Buffer.from(payload.iv, 'base64'), Buffer.from(payload.encryptedData, 'base64')])
  const first = Math.max(0, sealed.length / blockBytes - blocks) * blockBytes
  for (let block = first; block < sealed.length; block += blockBytes) {
    for (let byte = 0; byte < bytesOfBlock; byte++) {
      const place = block + blockBytes - 1 - byte
      for (let value = 0; value < valuesOfByte; value++) {
        const mutated = Buffer.from(sealed)
        mutated[place] = Math.floor((value * 256) / valuesOfByte)
        if (mutated.equals(sealed)) continue
        yield {
          ...payload,
          iv: mutated.subarray(0, blockBytes).toString('base64'),
          encryptedData: mutated.subarray(blockBytes).toString('base64'),
        }
      }
    }
  }
}

it.each(storages)('no altered byte of a payload shows in its answer, on $name', (storage) =>
  withStack(
    async (stack) => {
      const { member, sendProfile } = createPayloads(stack)
      // The lock would end this soon; it has a transcript of its own.
      stack.env.RATE_LIMIT_FACTOR = '1000000'
      stack.env.PAYLOAD_MAX_AGE_SECONDS = '86400'
      await stack.restart()
      const people = []
      for (let index = 0; index < accounts; index++) {
        await stack.addPerson(`p${index}`)
        const { token } = await member(`p${index}`)
        people.push({ token, payload: await stack.userProfile(`p${index}`) })
      }
      // Each account has a share of the mutations, made of its own payload.
      const shares = people.map(({ token, payload }, share) => ({
        token,
        mutated: [...mutations(payload)].filter((_, index) => index % accounts === share),
      }))
      const seen = new Map<string, number>()
      const tasks = shares.flatMap(({ token, mutated }) => mutated.map((payload) => ({ token, payload })))
      const queue = tasks[Symbol.iterator]()
      async function takeOne() {
        for (const { token, payload } of queue) {
          const { status, body, headers } = await sendProfile(token, payload)
          const { instance: _, ...problem } = body as unknown as Record<string, unknown>
          const named = [...headers.keys()].filter((name) => !/^(date|request-id|keep-alive|connection)$/.test(name))
          const answer = JSON.stringify({ status, problem, length: headers.get('content-length'), named })
          seen.set(answer, (seen.get(answer) ?? 0) + 1)
        }
      }
      await Promise.all(Array.from({ length: atOnce }, takeOne))
      expect([...seen.keys()]).toEqual([expect.stringContaining('"status":409')])
      expect([...seen.values()]).toEqual([tasks.length])
      for (const { token, payload } of people) expect((await sendProfile(token, payload)).status).toBe(200)
    },
    { storage },
  ),
)

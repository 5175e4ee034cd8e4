import * as z from 'zod'
import { exactly } from '../contract/exactly.ts'
import type { Problem } from './problem.ts'

export const problemSchema = exactly<Problem>()(
  z
    .strictObject({
      type: z.string(),
      title: z.string(),
      status: z.int(),
      code: z.string(),
      instance: z.string(),
      detail: z.string().exactOptional(),
      errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).exactOptional(),
      device: z.strictObject({ number: z.int(), trailName: z.string() }).exactOptional(),
    })
    .meta({ id: 'Problem' }),
)

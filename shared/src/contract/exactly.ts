import type * as z from 'zod'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Returns the schema unchanged; does not compile unless its output is exactly the DTO type. */
export const exactly =
  <Dto>() =>
  <Schema extends z.ZodType>(schema: Equal<z.output<Schema>, Dto> extends true ? Schema : never): Schema =>
    schema

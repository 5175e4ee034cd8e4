import type * as z from 'zod'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

/** Passes a schema through; it does not compile unless the schema's output is exactly the DTO type. */
export const exactly =
  <Dto>() =>
  <Schema extends z.ZodType>(schema: Equal<z.output<Schema>, Dto> extends true ? Schema : never): Schema =>
    schema

/** One thing that `check` holds. Resolves to what is wrong, in words; to nothing when all is well. */
export interface Step {
  name: string
  run(): Promise<string[]>
}

/** What passes by itself always says when to come back (`Retry-After`). */
export const passes = (status: number): boolean => status === 429 || status === 503

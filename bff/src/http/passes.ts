/** Whether the error is temporary, in which case the response includes `Retry-After`. */
export const passes = (status: number): boolean => status === 429 || status === 503

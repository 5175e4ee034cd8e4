export const toDate = (epochMs: number): Date => new Date(epochMs)
export const toDateOrNull = (epochMs: number | null): Date | null => (epochMs === null ? null : new Date(epochMs))
export const toEpochMs = (date: Date): number => date.getTime()
export const toEpochMsOrNull = (date: Date | null): number | null => date?.getTime() ?? null

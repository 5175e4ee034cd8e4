/** How long a toast stays: time to notice it and to read it. */
export const readingMs = (words: string): number => Math.min(4_000, 1_500 + 100 * words.length)

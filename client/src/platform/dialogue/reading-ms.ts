/** How long a few words stay: time to notice them, and to read them. */
export const readingMs = (words: string): number => Math.min(4_000, 1_500 + 100 * words.length)

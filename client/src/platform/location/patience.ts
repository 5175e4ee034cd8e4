/** Long enough to read the platform's question and to find a satellite. */
export const patienceMs = 30_000

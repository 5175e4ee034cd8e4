/** Converts work at the pedals to energy burned. */
export const energy = {
  joulesPerKcal: 4184,
  /**
   * About a quarter of the energy a cyclist burns reaches the pedals: gross efficiency 20 to 25 % (Ettema and Lorås
   * 2009, Efficiency in cycling: a review, Eur J Appl Physiol 106:1).
   */
  grossEfficiency: 0.24,
} as const

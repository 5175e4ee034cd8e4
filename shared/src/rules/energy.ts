/** How work at the pedals becomes what a rider burned. */
export const energy = {
  joulesPerKcal: 4184,
  /**
   * Of what a cyclist burns, about a quarter arrives at the pedals: gross efficiency 20 to 25 %
   * (Ettema and Lorås 2009, Efficiency in cycling: a review, Eur J Appl Physiol 106:1).
   */
  grossEfficiency: 0.24,
} as const

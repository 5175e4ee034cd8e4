/** How large the person wants text, against 1 for the usual size. */
export type TextScale = () => number

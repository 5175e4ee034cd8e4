/** The text on the picture of a card. */
export interface CardWords {
  figure: string
  unit: string
  caption: string
  brand: string
}

/** Sharing, in addition to the platform's own share button. */
export interface Sharing {
  /** Draws the picture of a card and gives its path; `undefined` where that fails, and the platform takes its own. */
  drawCard?: (words: CardWords) => Promise<string | undefined>
  /** Shares the address of a page, in a browser. */
  shareLink?: (title: string, page: string) => Promise<'shared' | 'copied' | 'failed'>
}

export interface Picture {
  /** A path or URL that the transport can read. */
  path: string
  bytes: number
}

/** Resolves `undefined` when the person closes the chooser. */
export type ChoosePicture = () => Promise<Picture | undefined>

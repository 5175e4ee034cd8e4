/**
 * Offers a text as a file. Call it from a press. Resolves to whether it was accepted; `undefined` if the platform
 * cannot do this.
 */
export type SaveText = (fileName: string, text: string) => Promise<boolean>

/** Copies a text to the clipboard, if it cannot be saved. Call it from a press. Resolves to whether it succeeded. */
export type CopyText = (text: string) => Promise<boolean>

/**
 * Gives a text to the person as a file. Call it from a press. Resolves whether it was taken; `undefined` where the
 * platform has no way for it.
 */
export type SaveText = (fileName: string, text: string) => Promise<boolean>

/** Puts a text on the clipboard, where it cannot be saved. Call it from a press. Resolves whether it is there. */
export type CopyText = (text: string) => Promise<boolean>

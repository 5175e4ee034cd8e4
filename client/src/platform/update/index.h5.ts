/** A browser loads the current version by itself. */
export function watchForUpdate(_askToRestart: () => Promise<boolean>): void {}

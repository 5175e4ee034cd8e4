/** Mini programs move focus by themselves; the browser's half is beside this file. */
export function useDialogFocus(_id: string, _onClose: () => void): void {}

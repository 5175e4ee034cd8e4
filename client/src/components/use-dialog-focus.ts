/** Mini programs manage focus themselves; the H5 file has the browser's version. */
export function useDialogFocus(_id: string, _onClose: () => void): void {}

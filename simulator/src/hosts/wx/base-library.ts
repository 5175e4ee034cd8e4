/** The base library version of the phone, which determines what `wx` can do. */
export const currentBaseLibrary = '3.8.0'

export function isAtLeast(version: string, wanted: string): boolean {
  const [given, least] = [version.split('.').map(Number), wanted.split('.').map(Number)]
  for (const [index, part] of least.entries()) {
    const difference = (given[index] ?? 0) - part
    if (difference !== 0) return difference > 0
  }
  return true
}

/** The known features for `canIUse`, with the version that introduced them. */
const since: Readonly<Record<string, string>> = {
  'button.open-type.chooseAvatar': '2.21.2',
  'input.type.nickname': '2.21.2',
  getUserProfile: '2.10.4',
}

/** Features not listed here are assumed to be older than any phone. */
export const canIUse = (version: string, schema: string): boolean => isAtLeast(version, since[schema] ?? '0')

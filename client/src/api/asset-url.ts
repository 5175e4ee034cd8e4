/** The address of something the BFF serves, such as an avatar. */
export function assetUrl(path: string | null): string | null {
  return path?.startsWith('/') ? process.env.TARO_APP_API_URL + path : path
}

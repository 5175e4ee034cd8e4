/** Only a browser can be outside WeChat; the file beside this one is for it. */
export function OpenInWechat() {
  return null
}

/** Only browsers can be outside WeChat: see the H5 file. */
export function OpenInWechat() {
  return null
}

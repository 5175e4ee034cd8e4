/**
 * What the parts of this program say to screen readers, component by component. Taro writes only the attributes it
 * knows, at build time and at run time, and it knows none of these.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/aria-component.html
 */
export const ariaAttributes = {
  View: { 'aria-role': '', 'aria-label': '', 'aria-hidden': '', 'aria-modal': '' },
  Button: { 'aria-role': '', 'aria-label': '', 'aria-checked': '', 'aria-busy': '' },
  Input: { 'aria-label': '', 'aria-invalid': '' },
}

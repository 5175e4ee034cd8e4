import { classNames } from './class-names'
import styles from './pressable.module.css'
import type { PressableProps } from './pressable-props'

// Taro's button submits on touchend only and takes no keyboard focus; the browser's own does both.
export function Pressable({
  className,
  formType = undefined,
  openType: _openType,
  onChooseAvatar: _onChooseAvatar,
  onGetPhoneNumber: _onGetPhoneNumber,
  ...button
}: PressableProps) {
  return <button type={formType ?? 'button'} className={classNames(styles.pressable, className)} {...button} />
}

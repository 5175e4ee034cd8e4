import type { PressableProps } from './pressable-props'

// Taro's button submits on touchend only and takes no keyboard focus; the browser's own does both.
export function Pressable({
  formType,
  openType: _openType,
  onChooseAvatar: _onChooseAvatar,
  onGetPhoneNumber: _onGetPhoneNumber,
  ...button
}: PressableProps) {
  return <button type={formType ?? 'button'} {...button} />
}

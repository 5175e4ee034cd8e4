import type { PressableProps } from './pressable-props'

// Taro's button submits only on touchend and cannot be focused by keyboard; the native button supports both.
export function Pressable({
  formType,
  openType: _openType,
  onChooseAvatar: _onChooseAvatar,
  onGetPhoneNumber: _onGetPhoneNumber,
  ...button
}: PressableProps) {
  return <button type={formType ?? 'button'} {...button} />
}

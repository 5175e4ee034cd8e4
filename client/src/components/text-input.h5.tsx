import type { TextInputProps } from './text-input-props'

// Taro's input hides the native one from labels.
export function TextInput({
  placeholderClass: _placeholderClass,
  onReview: _onReview,
  onType,
  ...input
}: TextInputProps) {
  return (
    <input
      type="text"
      autoComplete="nickname"
      maxLength={140}
      onInput={({ currentTarget }) => onType(currentTarget.value)}
      {...input}
    />
  )
}

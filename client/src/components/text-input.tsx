import { Input } from '@tarojs/components'
import { privacy } from '../platform/privacy'
import type { TextInputProps } from './text-input-props'

/**
 * Uncontrolled: WeChat clears a nickname it refuses on blur, so the form is read when it is submitted. It offers its
 * nickname only to who has agreed to its gate, and this field does not ask by itself.
 */
export function TextInput({ placeholderClass, onType, onReview, ...input }: TextInputProps) {
  return (
    <Input
      type={process.env.TARO_ENV === 'weapp' ? 'nickname' : 'text'}
      cursorSpacing={96}
      onInput={({ detail }) => onType(detail.value)}
      placeholderClass={placeholderClass}
      {...(privacy && { onFocus: privacy.offer })}
      {...(process.env.TARO_ENV === 'weapp' && { onNickNameReview: ({ detail }) => onReview(detail.pass) })}
      {...input}
    />
  )
}

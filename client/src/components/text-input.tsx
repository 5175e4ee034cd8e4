import { Input } from '@tarojs/components'
import { privacy } from '../platform/privacy'
import type { TextInputProps } from './text-input-props'

/**
 * Uncontrolled: WeChat clears a refused nickname on blur, so the form is read on submit. WeChat offers the nickname
 * only after consent at its privacy gate, and this field does not ask for it.
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

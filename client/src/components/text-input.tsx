import { Input } from '@tarojs/components'
import type { TextInputProps } from './text-input-props'

const type = process.env.TARO_ENV === 'weapp' ? 'nickname' : 'text'

/** Uncontrolled: WeChat clears a nickname it refuses on blur, so the form is read when it is submitted. */
export function TextInput({ placeholderClass, ...input }: TextInputProps) {
  return <Input type={type} cursorSpacing={96} placeholderClass={placeholderClass} {...input} />
}

import type { ButtonProps } from '@tarojs/components'
import type { ReactNode } from 'react'

export interface PressableProps {
  id?: string
  className?: string
  children?: ReactNode
  disabled?: boolean
  'aria-label'?: string
  'aria-checked'?: 'true' | 'false'
  'aria-busy'?: 'true' | 'false'
  'aria-invalid'?: 'true' | 'false'
  'aria-role'?: string
  role?: string
  formType?: 'submit'
  /** The platform's press behaviour; not available in browsers. */
  openType?: 'chooseAvatar' | 'getPhoneNumber' | 'agreePrivacyAuthorization' | 'share'
  onClick?: () => void
  onChooseAvatar?: NonNullable<ButtonProps['onChooseAvatar']>
  onGetPhoneNumber?: NonNullable<ButtonProps['onGetPhoneNumber']>
  onAgreePrivacyAuthorization?: () => void
}

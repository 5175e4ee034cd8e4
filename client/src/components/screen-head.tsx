import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { ScreenHeadProps } from './screen-head-props'

/** The platform draws the navigation bar with its back button. */
export function ScreenHead({ title }: ScreenHeadProps) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  return null
}

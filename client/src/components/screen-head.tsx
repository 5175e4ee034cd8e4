import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { ScreenHeadProps } from './screen-head-props'

/** The platform draws the bar, and the way back in it. */
export function ScreenHead({ title }: ScreenHeadProps) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title })
  }, [title])
  return null
}

import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { classNames } from '../../components/class-names'
import { Pressable } from '../../components/pressable'
import styles from './hold-to-finish.module.css'
import { rideWords } from './words'

const holdMs = 800

/**
 * Ends the ride when a finger rests on it long enough. Keyboards and screen readers cannot hold: they, and a short
 * tap, are asked.
 */
export function HoldToFinish({ onFinish }: { onFinish: () => void }) {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const wasHeld = useRef(false)

  const letGo = () => {
    clearTimeout(timer.current)
    setHolding(false)
  }
  const hold = () => {
    wasHeld.current = false
    setHolding(true)
    timer.current = setTimeout(() => {
      wasHeld.current = true
      setHolding(false)
      onFinish()
    }, holdMs)
  }
  const ask = async () => {
    if (wasHeld.current) return
    const { confirm } = await Taro.showModal({
      title: rideWords('finish_title'),
      content: rideWords('finish_text'),
      confirmText: rideWords('finish_confirm'),
      cancelText: rideWords('finish_cancel'),
    })
    if (confirm) onFinish()
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <View className={styles.place}>
      <View
        className={classNames(styles.ring, holding && styles.holding)}
        onTouchStart={hold}
        onTouchEnd={letGo}
        onTouchCancel={letGo}
      >
        <View className={classNames(styles.half, styles.right)} aria-hidden="true" />
        <View className={classNames(styles.half, styles.left)} aria-hidden="true" />
        <Pressable
          id="finish-ride"
          className={styles.button}
          aria-label={rideWords('finish')}
          onClick={() => void ask()}
        >
          {rideWords('finish')}
        </Pressable>
      </View>
      <View className={styles.hint} aria-hidden="true">
        {rideWords('hold')}
      </View>
    </View>
  )
}

import { View } from '@tarojs/components'
import { classNames } from '../../components/class-names'
import { Pressable } from '../../components/pressable'
import { useHold } from '../../components/use-hold'
import { ask } from '../../platform/dialogue'
import styles from './hold-to-finish.module.css'
import { rideWords } from './words'

/**
 * Ends the ride on a long press. A short tap, a keyboard or a screen reader, which cannot hold, opens a confirmation
 * instead.
 */
export function HoldToFinish({ onFinish }: { onFinish: () => void }) {
  const press = async () => {
    const agreed = await ask({
      title: rideWords('finish_title'),
      text: rideWords('finish_text'),
      yes: rideWords('finish_confirm'),
      no: rideWords('finish_cancel'),
    })
    if (agreed) onFinish()
  }
  const { holding, touch, onClick } = useHold({ onHeld: onFinish, onTap: () => void press() })

  return (
    <View className={styles.place}>
      <View className={classNames(styles.ring, holding && styles.holding)} {...touch}>
        <View className={classNames(styles.half, styles.right)} aria-hidden="true" />
        <View className={classNames(styles.half, styles.left)} aria-hidden="true" />
        <Pressable id="finish-ride" className={styles.button} aria-label={rideWords('finish')} onClick={onClick}>
          {rideWords('finish')}
        </Pressable>
      </View>
      <View className={styles.hint} aria-hidden="true">
        {rideWords('hold')}
      </View>
    </View>
  )
}

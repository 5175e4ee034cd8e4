import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import styles from './what-goes.module.css'

interface WhatGoesProps {
  text: string
  things: readonly string[]
  /** What is kept. */
  stays: string
}

/** Lists what will be erased. */
export function WhatGoes({ text, things, stays }: WhatGoesProps) {
  return (
    <Card id="what-goes">
      <View className={styles.text}>{text}</View>
      {things.map((thing) => (
        <View key={thing} className={styles.thing}>
          {thing}
        </View>
      ))}
      <View className={styles.stays}>{stays}</View>
    </Card>
  )
}

import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import { Pressable } from '../../components/pressable'
import { Skeleton } from '../../components/skeleton'
import { distanceWords, placelessWords } from './place-words'
import styles from './trail-line.module.css'
import { useTrail } from './use-trail'

interface TrailLineProps {
  /** The trail to name while the nearest one is not known; `undefined` for none. */
  name: string | undefined
  /** Still loading. */
  waiting: boolean
  onOpen: () => void
}

/** One line about the person's location, with a constant height. */
export function TrailLine({ name, waiting, onOpen }: TrailLineProps) {
  const place = useTrail((state) => state.place)
  const nearest = useTrail((state) => state.nearest)
  const locate = useTrail((state) => state.locate)

  const shownName = nearest?.name ?? name
  if (shownName === undefined) return <View className={styles.line}>{waiting && <Skeleton ems={10} />}</View>

  const words = place !== 'placed' ? placelessWords[place]() : nearest && distanceWords(nearest)
  const open = () => {
    // The platform's permission prompt, if any, is triggered by this press and never on arrival.
    if (place === 'unknown') void locate()
    onOpen()
  }
  return (
    <Pressable id="open-trails" className={styles.line} onClick={open}>
      <Text className={styles.name}>{shownName}</Text>
      {words && <Text className={styles.words}> · {words}</Text>}
      <Icon name="chevron" />
    </Pressable>
  )
}

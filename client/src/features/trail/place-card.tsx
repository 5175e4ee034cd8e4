import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { useBusy } from '../../components/use-busy'
import { t } from '../../messages'
import styles from './place-card.module.css'
import { distanceWords, placelessWords } from './place-words'
import { useTrail } from './use-trail'
import { trailWords } from './words'

/** The state of the person's location, with an action if it is unknown. */
export function PlaceCard() {
  const place = useTrail((state) => state.place)
  const isFuzzy = useTrail((state) => state.isFuzzy)
  const nearest = useTrail((state) => state.nearest)
  const locate = useTrail((state) => state.locate)
  const openSettings = useTrail((state) => state.openSettings)
  const [opening, goToSettings] = useBusy(async () => openSettings?.())

  if (place === 'placed') {
    return (
      <Card id="place" title={trailWords('nearest')}>
        <View className={styles.title}>{nearest?.name ?? trailWords('nowhere')}</View>
        {nearest && <View className={styles.distance}>{distanceWords(nearest)}</View>}
        {nearest && isFuzzy && <View className={styles.text}>{trailWords('fuzzy')}</View>}
      </Card>
    )
  }
  if (place === 'denied') {
    return (
      <Card id="place">
        <View className={styles.title}>{trailWords('denied_title')}</View>
        <View className={styles.text}>{trailWords(openSettings ? 'denied_text' : 'denied_text_browser')}</View>
        {openSettings ? (
          <Button id="open-settings" busy={opening} onClick={goToSettings}>
            {trailWords('settings')}
          </Button>
        ) : (
          <Button id="locate" onClick={locate}>
            {t('banner.retry')}
          </Button>
        )}
      </Card>
    )
  }
  if (place === 'unavailable' || place === 'unanswered') {
    return (
      <Card id="place">
        <View className={styles.title}>{placelessWords[place]()}</View>
        <View className={styles.text}>{trailWords(`${place}_text`)}</View>
        <Button id="locate" onClick={locate}>
          {t('banner.retry')}
        </Button>
      </Card>
    )
  }
  return (
    <Card id="place">
      <View className={styles.title}>{trailWords('unknown_title')}</View>
      <View className={styles.text}>{trailWords('unknown_text')}</View>
      <Button id="locate" busy={place === 'locating'} onClick={locate}>
        {trailWords('locate')}
      </Button>
    </Card>
  )
}

import { View } from '@tarojs/components'
import { Card } from '../../components/card'
import { Screen } from '../../components/screen'
import { t } from '../../messages'
import styles from './index.module.css'
import { chapters, helpWords } from './words'

export default function Help() {
  return (
    <Screen title={t('help.title')}>
      {chapters.map(({ title, lines }) => (
        <Card key={title} id={`help-${title}`} title={helpWords(title)}>
          {lines.map((line) => (
            <View key={line} className={styles.line}>
              {helpWords(line)}
            </View>
          ))}
        </Card>
      ))}
    </Screen>
  )
}

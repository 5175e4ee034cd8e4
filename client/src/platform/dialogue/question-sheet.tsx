import { View } from '@tarojs/components'
import { Button } from '../../components/button'
import { Sheet } from '../../components/sheet'
import styles from './dialogue.module.css'
import type { Question } from './types'

/** Asks a question in a sheet over the current page. */
export function QuestionSheet({ title, text, yes, no, onAnswer }: Question & { onAnswer: (agreed: boolean) => void }) {
  return (
    <Sheet id="question" title={title} onClose={() => onAnswer(false)}>
      <View className={styles.text}>{text}</View>
      <Button id="answer-yes" wide onClick={() => onAnswer(true)}>
        {yes}
      </Button>
      {no && (
        <Button id="answer-no" wide tone="quiet" onClick={() => onAnswer(false)}>
          {no}
        </Button>
      )}
    </Sheet>
  )
}

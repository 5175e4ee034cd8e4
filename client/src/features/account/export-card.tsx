import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { tell } from '../../platform/dialogue'
import { copyText, saveText } from '../../platform/save-text'
import styles from './export-card.module.css'
import { accountCalls, useAttempt } from './use-account'
import { accountWords } from './words'

const fileName = 'trailpass-export.json'
const size = (text: string) => `${Math.max(1, Math.round(text.length / 1024))} KB`

/** Takes two presses: platforms only hand over a file while handling a press. */
export function ExportCard() {
  const [file, setFile] = useState<string | null>(null)
  const { busy, fault, attempt } = useAttempt()

  const make = () => attempt(async () => setFile(JSON.stringify(await accountCalls().exportAll(), null, 2)))
  const save = (text: string) =>
    attempt(async () => {
      const saved = await saveText?.(fileName, text)
      tell(accountWords(saved ? 'export_saved' : 'export_not_saved'))
    })
  const copy = (text: string) =>
    attempt(async () => {
      const copied = await copyText?.(text)
      tell(accountWords(copied ? 'export_copied' : 'export_not_copied'))
    })

  return (
    <Card id="export">
      <View className={styles.text}>{accountWords('export_text')}</View>
      {file !== null && (
        <View id="export-ready" className={styles.ready}>
          {accountWords('export_ready', { size: size(file) })}
        </View>
      )}
      {fault && <FaultText id="export-fault">{fault}</FaultText>}
      {file === null && (
        <Button id="make-export" wide busy={busy} onClick={() => void make()}>
          {accountWords('export_make')}
        </Button>
      )}
      {file !== null && copyText && (
        <Button id="copy-export" wide busy={busy} onClick={() => void copy(file)}>
          {accountWords('export_copy')}
        </Button>
      )}
      {file !== null && saveText && (
        <Button id="save-export" wide busy={busy} onClick={() => void save(file)}>
          {accountWords('export_save')}
        </Button>
      )}
      {file !== null && !saveText && (
        <Text id="export-text" className={styles.file} selectable>
          {file}
        </Text>
      )}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '../messages'
import { drafts } from '../platform/drafts'
import { classNames } from './class-names'
import { FaultText } from './fault-text'
import styles from './field.module.css'
import { TextInput } from './text-input'

interface FieldProps {
  id: string
  label: string
  placeholder: string
  defaultValue?: string
  /** The name under which the draft is kept until the form has been sent. */
  draft: string
  /** The error message. */
  error: string | null
  /** Called with true when the platform has cleared the input, and with false once something else is typed. */
  onRefused?: (refused: boolean) => void
}

export function Field({ id, label, placeholder, defaultValue = '', draft, error, onRefused }: FieldProps) {
  const [refused, setRefused] = useState(false)
  const words = refused ? wordsFor('content.refused') : error
  const mark = (isRefused: boolean) => {
    setRefused(isRefused)
    onRefused?.(isRefused)
  }
  const type = (text: string) => {
    // The platform has cleared the field; the input still counts as refused.
    if (refused && text === '') return
    drafts.write(draft, text)
    mark(false)
  }
  const review = (passed: boolean) => {
    if (!passed) drafts.remove(draft)
    mark(!passed)
  }

  return (
    <View className={styles.field}>
      <View className={styles.label} aria-hidden="true">
        {label}
      </View>
      <TextInput
        id={id}
        name={id}
        className={classNames(styles.input, words !== null && styles.faulty)}
        placeholder={placeholder}
        placeholderClass={styles.placeholder ?? ''}
        defaultValue={drafts.read(draft) ?? defaultValue}
        onType={type}
        onReview={review}
        aria-label={label}
        aria-invalid={words === null ? 'false' : 'true'}
      />
      {words && <FaultText id={`${id}-error`}>{words}</FaultText>}
    </View>
  )
}

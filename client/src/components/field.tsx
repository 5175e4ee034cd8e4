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
  /** Under which name what is typed outlives the form, until the form has been sent. */
  draft: string
  /** Words of what is wrong with it. */
  error: string | null
  /** The platform has looked at what was typed, and has cleared what it did not pass. */
  onReview?: (passed: boolean) => void
}

export function Field({ id, label, placeholder, defaultValue = '', draft, error, onReview }: FieldProps) {
  const [refused, setRefused] = useState(false)
  const words = refused ? wordsFor('content.refused') : error
  const type = (text: string) => {
    drafts.write(draft, text)
    setRefused(false)
  }
  const review = (passed: boolean) => {
    if (!passed) drafts.remove(draft)
    setRefused(!passed)
    onReview?.(passed)
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

import { View } from '@tarojs/components'
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
}

export function Field({ id, label, placeholder, defaultValue = '', draft, error }: FieldProps) {
  return (
    <View className={styles.field}>
      <View className={styles.label} aria-hidden="true">
        {label}
      </View>
      <TextInput
        id={id}
        name={id}
        className={classNames(styles.input, error !== null && styles.faulty)}
        placeholder={placeholder}
        placeholderClass={styles.placeholder ?? ''}
        defaultValue={drafts.read(draft) ?? defaultValue}
        onType={(text) => drafts.write(draft, text)}
        aria-label={label}
        aria-invalid={error === null ? 'false' : 'true'}
      />
      {error && <FaultText id={`${id}-error`}>{error}</FaultText>}
    </View>
  )
}

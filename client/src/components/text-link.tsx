import { Pressable } from './pressable'
import styles from './text-link.module.css'

interface TextLinkProps {
  id: string
  children: string
  onClick: () => void
}

export function TextLink({ id, children, onClick }: TextLinkProps) {
  return (
    <Pressable id={id} className={styles.link} onClick={onClick}>
      {children}
    </Pressable>
  )
}

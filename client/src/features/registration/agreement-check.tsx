import { View } from '@tarojs/components'
import { Checkbox } from '../../components/checkbox'
import { Skeleton } from '../../components/skeleton'
import { TextLink } from '../../components/text-link'
import { t } from '../../messages'
import { openAgreement } from '../../platform/navigation'
import styles from './agreement-check.module.css'
import { useRegistration } from './use-registration'

interface AgreementCheckProps {
  checked: boolean
  nudged: boolean
  onChange: (checked: boolean) => void
  onNudged: () => void
}

/** Lists the agreements from the server; each title opens its text, while the form stays open underneath. */
export function AgreementCheck(box: AgreementCheckProps) {
  const agreements = useRegistration((state) => state.agreements)

  if (agreements === null) {
    return (
      <View className={styles.waiting}>
        <Skeleton ems={18} />
      </View>
    )
  }
  const label = t('registration.agree')
  const links = agreements.map(({ id, title }) => ({ id, words: t('registration.agreement', { title }) }))
  return (
    <Checkbox id="agree" name={label + links.map(({ words }) => words).join('')} label={label} {...box}>
      {links.map(({ id, words }) => (
        <TextLink key={id} id={`agreement-${id}`} onClick={() => openAgreement(id)}>
          {words}
        </TextLink>
      ))}
    </Checkbox>
  )
}

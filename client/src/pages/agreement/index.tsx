import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Screen } from '../../components/screen'
import { AgreementText } from '../../features/registration/agreement-text'
import { useRegistration } from '../../features/registration/use-registration'
import { t } from '../../messages'

export default function AgreementPage() {
  const { id = '' } = useRouter().params
  const agreement = useRegistration((state) => state.agreements?.find((candidate) => candidate.id === id))
  const known = useRegistration((state) => state.agreements !== null)
  const loadAgreements = useRegistration((state) => state.loadAgreements)

  useEffect(() => {
    if (!known) void loadAgreements()
  }, [known, loadAgreements])

  return (
    <Screen title={agreement?.title ?? t('app.name')}>
      <AgreementText id={id} />
    </Screen>
  )
}

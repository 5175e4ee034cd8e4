import { Screen } from '../../../components/screen'
import { ExportCard } from '../../../features/account/export-card'
import { accountWords } from '../../../features/account/words'

export default function Export() {
  return (
    <Screen title={accountWords('export')}>
      <ExportCard />
    </Screen>
  )
}

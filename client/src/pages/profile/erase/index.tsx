import { Screen } from '../../../components/screen'
import { EraseAccount } from '../../../features/account/erase-account'
import { accountWords } from '../../../features/account/words'
import { goHome, openPage } from '../../../platform/navigation'

export default function Erase() {
  return (
    <Screen title={accountWords('erase')}>
      <EraseAccount onExport={() => openPage('/pages/profile/export/index')} onDone={goHome} />
    </Screen>
  )
}

import { Screen } from '../../../components/screen'
import { DevicesCard } from '../../../features/account/devices-card'
import { accountWords } from '../../../features/account/words'

export default function Devices() {
  return (
    <Screen title={accountWords('devices')}>
      <DevicesCard />
    </Screen>
  )
}

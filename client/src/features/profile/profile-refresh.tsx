import { View } from '@tarojs/components'
import type { UserInfo } from '@trailpass/shared'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { wordsFor } from '../../messages'
import { userProfile } from '../../platform/user-profile'
import { usePlatformProfile } from './use-platform-profile'
import { useProfile } from './use-profile'
import { profileWords } from './words'

/** Occasionally asks whether nickname and avatar are up to date; an old WeChat supplies the nickname itself. */
export function ProfileRefresh({ user }: { user: UserInfo }) {
  const isDue = user.profileRefreshDue
  if (userProfile?.isEarly()) return isDue || user.nickname === null ? <FromPlatform /> : null
  return isDue ? <StillRight nickname={user.nickname ?? ''} /> : null
}

function FromPlatform() {
  const { isBusy, fault, ask } = usePlatformProfile(profileWords('platform_purpose'))
  return (
    <Card id="profile-refresh">
      <View>{profileWords('platform_text')}</View>
      {fault && <FaultText id="platform-profile-fault">{wordsFor(fault)}</FaultText>}
      <Button id="platform-profile" tone="quiet" busy={isBusy} onClick={() => void ask()}>
        {profileWords('platform_use')}
      </Button>
    </Card>
  )
}

function StillRight({ nickname }: { nickname: string }) {
  const saveNickname = useProfile((state) => state.saveNickname)
  const busy = useProfile((state) => state.status === 'saving')
  return (
    <Card id="profile-refresh">
      <View>{profileWords('still_right')}</View>
      <Button id="still-right" tone="quiet" busy={busy} onClick={() => void saveNickname(nickname)}>
        {profileWords('still_right_yes')}
      </Button>
    </Card>
  )
}

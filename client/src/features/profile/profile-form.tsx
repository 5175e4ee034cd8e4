import { View } from '@tarojs/components'
import { findNicknameFault, limits, type NicknameFault, type UserInfo } from '@trailpass/shared'
import { useEffect, useRef, useState } from 'react'
import { assetUrl } from '../../api/asset-url'
import { role } from '../../components/aria'
import { AvatarPicker } from '../../components/avatar-picker'
import { Button } from '../../components/button'
import { Card } from '../../components/card'
import { FaultText } from '../../components/fault-text'
import { Field } from '../../components/field'
import { Form } from '../../components/form'
import { Heading } from '../../components/heading'
import { t, wordsFor } from '../../messages'
import { shownName } from '../../messages/shown-name'
import { tell } from '../../platform/dialogue'
import { drafts } from '../../platform/drafts'
import styles from './profile-form.module.css'
import { useProfile } from './use-profile'
import { profileWords } from './words'

const nicknameDraft = 'profile.nickname'

export function ProfileForm({ user }: { user: UserInfo }) {
  const saveNickname = useProfile((state) => state.saveNickname)
  const saveAvatar = useProfile((state) => state.saveAvatar)
  const busy = useProfile((state) => state.status === 'saving')
  const fault = useProfile((state) => state.fault)
  const forgetFault = useProfile((state) => state.forgetFault)
  const [avatarFault, setAvatarFault] = useState<string | null>(null)
  const [nicknameFault, setNicknameFault] = useState<NicknameFault>()

  const isCleared = useRef(false)

  // Clear errors of an earlier visit.
  useEffect(forgetFault, [forgetFault])

  const report = (saved: boolean) => {
    if (saved) tell(profileWords('saved'), 'done')
  }
  const submit = async (nickname: string) => {
    const found = findNicknameFault(nickname)
    setNicknameFault(found)
    // A field that WeChat has cleared is not a request to remove the nickname.
    if (found || (isCleared.current && nickname === '')) return
    const saved = await saveNickname(nickname)
    if (saved) drafts.remove(nicknameDraft)
    report(saved)
  }
  const pick = async (path: string) => {
    setAvatarFault(null)
    report(await saveAvatar(path))
  }

  const shownFault = avatarFault ?? fault
  // A user stored by an earlier client, or sent by an earlier server, lacks this field.
  const { refused = [] } = user
  const displayName = shownName(user.displayName)
  return (
    <>
      <View className={styles.person}>
        <AvatarPicker
          id="avatar"
          label={profileWords('change_avatar')}
          url={assetUrl(user.avatarUrl)}
          name={displayName}
          onPick={(path) => void pick(path)}
          onFault={setAvatarFault}
        />
        <Heading id="profile-name" level={1} className={styles.name}>
          {displayName}
        </Heading>
        {user.underReview.length > 0 && (
          <View id="under-review" className={styles.review} {...role('status')}>
            {profileWords(`review_${whichOf(user.underReview)}`)}
          </View>
        )}
        {refused.length > 0 && (
          <View id="refused" className={styles.review} {...role('status')}>
            {profileWords(`refused_${whichOf(refused)}`)}
          </View>
        )}
      </View>
      <Card>
        <Form id="profile-form" onSubmit={({ nickname = '' }) => void submit(nickname)}>
          <Field
            key={user.nickname}
            id="nickname"
            label={t('registration.nickname')}
            placeholder={t('nickname.placeholder')}
            defaultValue={user.nickname ?? ''}
            draft={nicknameDraft}
            error={nicknameFault ? t(`nickname.${nicknameFault}`, { limit: limits.nicknameLength }) : null}
            onRefused={(refused) => {
              isCleared.current = refused
            }}
          />
          {shownFault && <FaultText id="profile-fault">{wordsFor(shownFault)}</FaultText>}
          <Button id="save-profile" wide tone="soft" formType="submit" busy={busy}>
            {profileWords('save')}
          </Button>
        </Form>
      </Card>
    </>
  )
}

function whichOf([field, another]: UserInfo['underReview']) {
  if (another) return 'both'
  return field === 'avatar' ? 'avatar' : 'nickname'
}

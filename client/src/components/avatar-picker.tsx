import { View } from '@tarojs/components'
import { limits } from '@trailpass/shared'
import { choosePicture } from '../platform/pictures'
import { Avatar } from './avatar'
import styles from './avatar-picker.module.css'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface AvatarPickerProps {
  id: string
  label: string
  url: string | null
  name: string | null
  onPick: (path: string) => void
  onFault: (fault: string) => void
}

export function AvatarPicker({ id, label, url, name, onPick, onFault }: AvatarPickerProps) {
  const choose = async () => {
    const picture = await choosePicture()
    if (!picture) return
    if (picture.bytes > limits.avatarBytes) onFault('avatar.too_large')
    else onPick(picture.path)
  }

  return (
    <Pressable
      id={id}
      className={styles.picker}
      aria-label={label}
      {...(process.env.TARO_ENV === 'weapp'
        ? { openType: 'chooseAvatar', onChooseAvatar: ({ detail }) => onPick(detail.avatarUrl) }
        : { onClick: choose })}
    >
      <Avatar url={url} name={name} size="large" />
      <View className={styles.mark}>
        <Icon name="camera" />
      </View>
    </Pressable>
  )
}

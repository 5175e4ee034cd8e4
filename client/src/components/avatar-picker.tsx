import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { limits } from '@trailpass/shared'
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
    // A browser's own chooser offers the camera as well; asking for it by name puts a menu of Taro's before it.
    const sourceType: ('album' | 'camera')[] = process.env.TARO_ENV === 'h5' ? ['album'] : ['album', 'camera']
    // Closing the chooser rejects; that is no fault.
    const chosen = await Taro.chooseImage({ count: 1, sizeType: ['compressed'], sourceType }).catch(() => undefined)
    const picture = chosen?.tempFiles[0]
    if (!picture) return
    if (picture.size > limits.avatarBytes) onFault('avatar.too_large')
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

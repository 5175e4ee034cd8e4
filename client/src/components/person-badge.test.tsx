import Taro from '@tarojs/taro'
import { expect, it } from 'vitest'
import { draw, get, press } from '../../test/draw'
import { PersonBadge } from './person-badge'
import { ProfileButton } from './profile-button'

it('shows what is stored, and asks the platform for nothing', () => {
  draw(<PersonBadge avatarUrl="/v1/avatars/1.png" name="小林" size="small" />)
  expect(document.querySelector('img')?.getAttribute('src')).toBe('https://bff.test/v1/avatars/1.png')
  expect(document.body.textContent).toBe('小林')
})

it('stands in with the first character where there is no picture', () => {
  draw(<PersonBadge avatarUrl={null} name="小林" pictureOnly />)
  expect(document.body.textContent).toBe('小')
})

it('leads to the fill-in when it is a button', async () => {
  draw(
    <ProfileButton id="me">
      <PersonBadge avatarUrl={null} name={null} pictureOnly />
    </ProfileButton>,
  )
  expect(get('me').getAttribute('aria-label')).toBe('我的')
  await press('me')
  expect(Taro.navigateTo).toHaveBeenCalledExactlyOnceWith({ url: '/pages/profile/index' })
})

import { expect, it } from 'vitest'
import { getServices } from './bootstrap'
import { drafts } from './platform/drafts'

it('leaves nothing that somebody typed to whoever comes after signing out', async () => {
  drafts.write('profile.nickname', '小林')
  await getServices().session.getState().signOut()
  expect(drafts.read('profile.nickname')).toBeUndefined()
})

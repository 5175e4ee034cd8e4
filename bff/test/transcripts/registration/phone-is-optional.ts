import { expect } from 'vitest'
import { transcript } from '../../support/transcript.ts'

export default transcript(
  'a phone number is kept masked, and its lack keeps nobody from registering',
  async (stack) => {
    const alice = await stack.signIn({ user: 'alice' })
    const withPhone = await stack.register(alice.token, { phoneCode: await stack.phoneCode('alice') })
    expect(withPhone.body).toMatchObject({ registered: true, phoneMasked: '138******01' })

    const bob = await stack.signIn({ user: 'bob' })
    const without = await stack.register(bob.token, { phoneCode: 'invented' })
    expect(without.status).toBe(200)
    expect(without.body).toMatchObject({ registered: true, phoneMasked: null })
  },
)

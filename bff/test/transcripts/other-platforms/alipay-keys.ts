import { generateKeyPairSync } from 'node:crypto'
import { expect } from 'vitest'
import { alipay } from '../../support/journeys.ts'
import { replaceSecret } from '../../support/open-vault.ts'
import { transcript } from '../../support/transcript.ts'

const login = { platform: 'alipay', appId: alipay.appId } as const

export default transcript(
  'alipay: an answer that Alipay did not sign makes nobody an account; nor does a wrong key of our own',
  async (stack) => {
    const { ALIPAY_PUBLIC_KEY: theirs = '' } = stack.env
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const foreign = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    Object.assign(stack.env, { ALIPAY_PUBLIC_KEY: foreign })
    await stack.restart()
    expect((await stack.signIn(login)).degraded).toBe(true)
    expect(stack.log).toContain('ALIPAY_PUBLIC_KEY does not verify the signature of Alipay')

    const wrong = privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64')
    Object.assign(stack.env, { ALIPAY_PUBLIC_KEY: theirs })
    await replaceSecret(stack, login, wrong)
    // For a while the former key is tried too.
    expect((await stack.signIn(login)).degraded).toBe(false)
    stack.advance(600_001)
    expect((await stack.signIn(login)).degraded).toBe(true)
    expect(stack.log).toContain('"subCode":"isv.invalid-signature"')
    expect(stack.log).not.toContain(wrong)
  },
  { alipay: true },
)

import { callBff, login, loginRequest, randomId } from '../../e2e/support/call-bff.ts'
import type { Scene } from './mini-program-chapters.ts'

export async function playStolenCode({ stack, transcript }: Scene): Promise<void> {
  transcript.chapter('One code, one login: an answer is lost, and then the code is stolen')
  const { url } = stack.bff
  const askedBefore = await stack.countUpstream('/sns/jscode2session')
  const request = loginRequest(await stack.codeFor('alice'))
  const first = await login(url, request)
  const again = await login(url, request)
  const asked = (await stack.countUpstream('/sns/jscode2session')) - askedBefore
  transcript.check('the same code and nonce give the same session again', first.body.token === again.body.token)
  transcript.check('WeChat was asked once', asked === 1, asked)

  const stolen = await login(url, { ...request, nonce: randomId() })
  transcript.check(
    `another nonce is refused: ${stolen.status} ${stolen.body.code}`,
    stolen.status === 401 && stolen.body.code === 'login.code_rejected',
    stolen.body,
  )
  const after = await callBff(url, 'GET', '/v1/userinfo', { token: first.body.token })
  transcript.check('and the session of the stolen code is revoked', after.status === 401, after.status)
}

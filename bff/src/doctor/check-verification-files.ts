import type { AppContext } from '../context.ts'
import { askAddress } from './ask-address.ts'
import { type Finding, ok, wrong } from './finding.ts'

/** Reads each file where WeChat would: on the web client's domain, or on our own without one. */
export async function checkVerificationFiles({ config }: AppContext): Promise<Finding[]> {
  const { h5Origin, publicUrl, wechat } = config
  const origin = h5Origin ?? publicUrl
  const steps = ['Let the proxy of the domain pass this path on to this server.']
  return Promise.all(
    [...wechat.verifyFiles].map(async ([name, content]) => {
      if (origin === null) {
        const steps = ['Set PUBLIC_H5_URL, or PUBLIC_URL.']
        return wrong('verification-file', 'there is no domain to read it at', { about: name, steps })
      }
      const about = `${origin}/${name}`
      const answer = await askAddress(about)
      if (typeof answer === 'string') return wrong('verification-file', answer, { about, steps })
      if (answer.status !== 200) return wrong('verification-file', `status ${answer.status}`, { about, steps })
      return answer.text === content
        ? ok('verification-file', 'is what WeChat wants to read', { about })
        : wrong('verification-file', 'something else is there', { about, steps })
    }),
  )
}

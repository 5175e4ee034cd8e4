import type { AppContext } from '../context.ts'
import { askAddress } from './ask-address.ts'
import { type Finding, ok, wrong } from './finding.ts'

/** Fetches each file as WeChat would: from the web client's domain or, without one, from PUBLIC_URL. */
export async function checkVerificationFiles({ config }: AppContext): Promise<Finding[]> {
  const { h5Origin, publicUrl, wechat } = config
  const origin = h5Origin ?? publicUrl
  const steps = ['Configure the domain’s proxy to forward this path to this server.']
  return Promise.all(
    [...wechat.verifyFiles].map(async ([name, content]) => {
      if (origin === null) {
        const steps = ['Set PUBLIC_H5_URL, or PUBLIC_URL.']
        return wrong('verification-file', 'no domain is configured to serve it', { about: name, steps })
      }
      const about = `${origin}/${name}`
      const answer = await askAddress(about)
      if (typeof answer === 'string') return wrong('verification-file', answer, { about, steps })
      if (answer.status !== 200) return wrong('verification-file', `status ${answer.status}`, { about, steps })
      return answer.text === content
        ? ok('verification-file', 'is served as WeChat expects', { about })
        : wrong('verification-file', 'the content differs', { about, steps })
    }),
  )
}

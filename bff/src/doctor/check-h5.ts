import type { AppContext } from '../context.ts'
import { askAddress } from './ask-address.ts'
import { type Finding, ok, wrong } from './finding.ts'

/** The web client, and our API on its origin, which the cookie session requires. */
export async function checkH5({ config, registry }: AppContext): Promise<Finding[]> {
  const { h5Url, h5Origin, production, registrationMode } = config
  const apps = await registry.list().catch(() => [])
  const isWanted =
    registrationMode === 'web' || apps.some(({ platform, state }) => platform === 'h5' && state === 'active')
  if (!isWanted) return [ok('h5-domain', 'not needed: nobody signs in or registers on the web')]
  if (h5Url === null || h5Origin === null) {
    return [wrong('h5-domain', 'the web client has no address', { steps: ['Set PUBLIC_H5_URL.'] })]
  }
  const about = h5Url
  if (production && !h5Url.startsWith('https:')) {
    const steps = ['Serve it over https: WeChat opens nothing else.']
    return [wrong('h5-domain', 'it uses plain http', { about, steps })]
  }
  const page = await askAddress(h5Url)
  if (typeof page === 'string' || page.status !== 200) {
    const steps = ['Check that the web client is served at PUBLIC_H5_URL: DNS, certificate, proxy.']
    const words = typeof page === 'string' ? page : `status ${page.status}`
    return [wrong('h5-domain', `the page does not answer: ${words}`, { about, steps })]
  }
  const api = await askAddress(`${h5Origin}/v1/agreements`)
  if (typeof api === 'string' || api.status !== 200 || !api.text.startsWith('{')) {
    const steps = [`Configure the proxy of ${h5Origin} to forward /v1 to this server.`]
    return [wrong('h5-domain', 'the page is served, but /v1 on the same origin is not', { about, steps })]
  }
  return [ok('h5-domain', 'the page and /v1 are served', { about })]
}

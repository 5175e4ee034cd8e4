import type { AppContext } from '../context.ts'
import type { SecretFault } from '../domain/secret-verdict.ts'
import { explainRefusal, secretName } from '../lib/secret-words.ts'
import type { ShownApp } from '../services/app-registry.ts'
import { checkPush } from './check-push.ts'
import { type CheckName, type Finding, ok, unknown, wrong } from './finding.ts'

const dayMs = 86_400_000
/** WeChat allows 20 a day. A count near that means that another program keeps invalidating our token. */
const manyRefreshes = 15
const quotaErrcode = '45009'

const checkOfFault: Partial<Record<SecretFault, CheckName>> = {
  'app-unknown': 'app-id',
  'address-not-listed': 'ip-allow-list',
}

/** Checks each app with its platform, using the settings of this server. */
export async function checkApps(context: AppContext): Promise<Finding[]> {
  const registered = await context.registry.list()
  const active = registered.filter(({ state }) => state === 'active')
  const missing = context.config.apps.filter((named) => !registered.some((app) => nameOf(app) === nameOf(named)))
  if (active.length === 0 && missing.length === 0) {
    const steps = ['trailpass app add <app-id> --platform weapp', 'trailpass secret set <app-id>']
    return [wrong('app-id', 'nobody can sign in: no app is registered and enabled', { steps })]
  }
  const findings = await Promise.all(
    active.flatMap((app) => [checkSecret(context, app), checkQuota(context, app), checkPush(context, app)]),
  )
  return [...missing.map(reportMissing), ...findings.flat()]
}

function reportMissing({ platform, appId }: Pick<ShownApp, 'platform' | 'appId'>): Finding {
  const steps = [`trailpass app add ${appId} --platform ${platform}`, `trailpass secret set ${appId}`]
  const words = 'nobody can sign in: the environment sets it without a secret, and the vault has none'
  return wrong('app-id', words, { about: nameOf({ platform, appId }), steps })
}

const nameOf = ({ platform, appId }: Pick<ShownApp, 'platform' | 'appId'>) => `${platform} ${appId}`

async function checkSecret({ apps }: AppContext, { platform, appId }: ShownApp): Promise<Finding[]> {
  const about = nameOf({ platform, appId })
  const registered = await apps.find(platform, appId)
  if (!registered) {
    const steps = platform === 'alipay' ? ['Set ALIPAY_PUBLIC_KEY.'] : []
    return [wrong('app-secret', 'this platform is not configured on this server', { about, steps })]
  }
  const [secret] = registered.app.secrets
  const name = secretName(platform).en
  if (!secret) {
    return [wrong('app-secret', `no usable ${name} is stored`, { about, steps: [`trailpass secret set ${appId}`] })]
  }
  const verdict = await registered.secretCheck.check(appId, secret)
  if (verdict.kind === 'taken') return [ok('app-secret', `the platform accepts the ${name}`, { about })]
  if (verdict.kind === 'unanswered') {
    const steps = ['Check that this server can reach the platform, then try again.']
    return [wrong('app-secret', 'the platform does not answer', { about, steps })]
  }
  if (verdict.code === quotaErrcode) {
    const steps = ['Wait until tomorrow (China time), or reset the quota in the platform’s console.']
    return [wrong('token-quota', `the day's quota of access tokens is used up (${quotaErrcode})`, { about, steps })]
  }
  const [words = '', ...steps] = explainRefusal(platform, verdict).en
  return [wrong(checkOfFault[verdict.fault] ?? 'app-secret', words, { about, steps })]
}

/** From our own record of forced refreshes. */
async function checkQuota({ store, stores, clock }: AppContext, app: ShownApp): Promise<Finding[]> {
  if (app.platform !== 'weapp') return []
  const about = nameOf(app)
  const record = await store.write(() => stores.accessTokens.lock(app)).catch(() => undefined)
  if (!record) return [unknown('token-quota', 'cannot be checked while the store does not answer', { about })]
  const now = clock.now().getTime()
  const count = record.forcedAt.filter((at) => now - at.getTime() < dayMs).length
  const words = `${count} of 20 forced refreshes in 24 hours`
  if (count < manyRefreshes) return [ok('token-quota', words, { about })]
  const steps = [
    'Another program fetches tokens with this AppSecret through GET /cgi-bin/token, which invalidates ours: find and stop it.',
    'If no program of yours does, the AppSecret has leaked: reset it, then run trailpass secret rotate.',
  ]
  return [wrong('token-quota', words, { about, steps })]
}

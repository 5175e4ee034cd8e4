import type { AppContext } from '../context.ts'
import type { SecretFault } from '../domain/secret-verdict.ts'
import { explainRefusal, secretName } from '../lib/secret-words.ts'
import type { ShownApp } from '../services/app-registry.ts'
import { checkPush } from './check-push.ts'
import { type CheckName, type Finding, ok, unknown, wrong } from './finding.ts'

const dayMs = 86_400_000
/** WeChat allows 20 in a day; who is near that has a token that somebody else keeps ending. */
const manyRefreshes = 15
const quotaErrcode = '45009'

const checkOfFault: Partial<Record<SecretFault, CheckName>> = {
  'app-unknown': 'app-id',
  'address-not-listed': 'ip-allow-list',
}

/** Asks each platform about the app as this server would speak for it. */
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
  const words = 'nobody can sign in to it: the environment names it without a secret, and the vault has none'
  return wrong('app-id', words, { about: nameOf({ platform, appId }), steps })
}

const nameOf = ({ platform, appId }: Pick<ShownApp, 'platform' | 'appId'>) => `${platform} ${appId}`

async function checkSecret({ apps }: AppContext, { platform, appId }: ShownApp): Promise<Finding[]> {
  const about = nameOf({ platform, appId })
  const registered = await apps.find(platform, appId)
  if (!registered) {
    const steps = platform === 'alipay' ? ['Set ALIPAY_PUBLIC_KEY.'] : []
    return [wrong('app-secret', 'its platform is not set up at this server', { about, steps })]
  }
  const [secret] = registered.app.secrets
  const name = secretName(platform).en
  if (!secret) {
    return [wrong('app-secret', `no ${name} is kept that opens`, { about, steps: [`trailpass secret set ${appId}`] })]
  }
  const verdict = await registered.secretCheck.check(appId, secret)
  if (verdict.kind === 'taken') return [ok('app-secret', `the platform takes the ${name}`, { about })]
  if (verdict.kind === 'unanswered') {
    const steps = ['Look whether this server reaches the platform, and try again.']
    return [wrong('app-secret', 'the platform does not answer', { about, steps })]
  }
  if (verdict.code === quotaErrcode) {
    const steps = ['Wait for tomorrow, China’s time, or clear the quota at the platform’s console.']
    return [wrong('token-quota', `the day's quota of access tokens is used up (${quotaErrcode})`, { about, steps })]
  }
  const [words = '', ...steps] = explainRefusal(platform, verdict).en
  return [wrong(checkOfFault[verdict.fault] ?? 'app-secret', words, { about, steps })]
}

/** By our own book of refreshes. */
async function checkQuota({ store, stores, clock }: AppContext, app: ShownApp): Promise<Finding[]> {
  if (app.platform !== 'weapp') return []
  const about = nameOf(app)
  const record = await store.write(() => stores.accessTokens.lock(app)).catch(() => undefined)
  if (!record) return [unknown('token-quota', 'cannot be told while the store does not answer', { about })]
  const now = clock.now().getTime()
  const count = record.forcedAt.filter((at) => now - at.getTime() < dayMs).length
  const words = `${count} of 20 refreshes by force in 24 hours`
  if (count < manyRefreshes) return [ok('token-quota', words, { about })]
  const steps = [
    'Somebody else fetches tokens with this AppSecret by GET /cgi-bin/token, which ends ours: find and stop them.',
    'If nobody of yours does, the AppSecret is out: reset it, then trailpass secret rotate.',
  ]
  return [wrong('token-quota', words, { about, steps })]
}

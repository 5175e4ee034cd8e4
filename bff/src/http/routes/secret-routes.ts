import type Router from '@koa/router'
import type { Context } from 'koa'
import * as z from 'zod'
import { AppError } from '../../domain/app-error.ts'
import { Secret } from '../../domain/secret.ts'
import { type BothWords, explainRefusal, secretName } from '../../lib/secret-words.ts'
import { type SecretLinkService, secretPagePath } from '../../services/secret-link-service.ts'
import type { OperationLimits } from '../limits/operation-limits.ts'
import { secretPageHtml } from '../secret-page/page-html.ts'
import { secretPageScript } from '../secret-page/page-script.ts'
import { secretPageStyle } from '../secret-page/page-style.ts'

/** Loads only our own resources; cannot be framed. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const noAnswer: BothWords = {
  zh: ['平台没有回答，密钥没有保存。', '请稍后再试，链接仍然有效。'],
  en: ['The platform did not answer, so nothing was kept.', 'Try again in a while; the link is still good.'],
}

const token = z.string().regex(/^[\w-]{43}$/)
const linkSchema = z.strictObject({ link: token })
const receiptSchema = z.strictObject({ receipt: token })
const submissionSchema = z.strictObject({ link: token, receipt: token, secret: z.string().trim().min(1).max(8192) })

/** The page on which an app's owner submits its secret; not part of the clients' contract. */
export function bindSecretRoutes(
  router: Router,
  { secretLinks, limits }: { secretLinks: SecretLinkService; limits: OperationLimits },
): void {
  const serve = (name: string, type: string, text: string) =>
    router.get(`${secretPagePath}${name}`, (ctx) => {
      ctx.set('Cache-Control', 'no-store')
      ctx.set('Content-Security-Policy', contentSecurityPolicy)
      ctx.set('X-Frame-Options', 'DENY')
      ctx.type = type
      ctx.body = text
    })

  const answer = <Body>(name: string, schema: z.ZodType<Body>, handle: (body: Body) => Promise<object>) =>
    router.post(`${secretPagePath}${name}`, async (ctx) => {
      await limits.byAddress('secretPage', ctx.ip)
      const result = await handle(parse(schema, ctx))
      ctx.set('Cache-Control', 'no-store')
      ctx.body = result
    })

  serve('', 'text/html', secretPageHtml)
  // The page uses relative URLs, so its path must end with a slash.
  router.get(secretPagePath.slice(0, -1), (ctx) => ctx.redirect(secretPagePath.slice(1)))
  serve('page.js', 'text/javascript', secretPageScript)
  serve('page.css', 'text/css', secretPageStyle)

  answer('link', linkSchema, async ({ link }) => {
    const app = await secretLinks.describe(link)
    return { ...app, secretName: secretName(app.platform) }
  })
  answer('submit', submissionSchema, async ({ link, secret, receipt }) => {
    const { app, outcome } = await secretLinks.submit(link, { secret: new Secret(secret), receipt })
    if (outcome.kind === 'kept' || outcome.kind === 'same') return { fingerprint: outcome.fingerprint }
    return { words: outcome.kind === 'refused' ? explainRefusal(app.platform, outcome) : noAnswer }
  })
  answer('receipt', receiptSchema, ({ receipt }) => secretLinks.demandReceipt(receipt))
  answer('withdraw', receiptSchema, ({ receipt }) => secretLinks.withdraw(receipt))
}

/** Throws `request.invalid`, without the body: it holds a secret. */
function parse<Body>(schema: z.ZodType<Body>, ctx: Context): Body {
  const { success, data } = schema.safeParse(ctx.request.body)
  if (!success) throw new AppError('request.invalid')
  return data
}

import { bodyParser } from '@koa/bodyparser'
import type Router from '@koa/router'
import type { AppContext } from '../context.ts'
import { examineHealth } from './health.ts'
import type { OperatorGate } from './operator-token.ts'
import { renderOverviewPage } from './overview-page.ts'
import { renderSignInPage } from './page-frame.ts'

/** The operator's page. A browser signs in with the token, which it does not keep. */
export function bindPageRoutes(router: Router, context: AppContext, gate: OperatorGate): void {
  router.get('/', async (ctx) => {
    ctx.type = 'html'
    if (gate.hasSignedIn(ctx)) {
      ctx.body = renderOverviewPage(await examineHealth(context), context.loginWatch.timelines(), context.clock.now())
    } else ctx.body = renderSignInPage()
  })

  const readForm = bodyParser({ enableTypes: ['form'], formLimit: '4kb' })
  router.post('/sign-in', readForm, (ctx) => {
    const { token } = (ctx.request.body ?? {}) as { token?: unknown }
    if (gate.signIn(ctx, typeof token === 'string' ? token.trim() : '')) return ctx.redirect('/')
    ctx.status = 401
    ctx.type = 'html'
    ctx.body = renderSignInPage('That is not the OPERATOR_TOKEN of this server.')
  })

  router.post('/sign-out', (ctx) => {
    gate.signOut(ctx)
    ctx.redirect('/')
  })
}

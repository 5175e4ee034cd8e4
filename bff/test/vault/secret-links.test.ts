import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { expectProblem } from '../support/expect-problem.ts'
import { h5, weapp } from '../support/journeys.ts'
import { createOperatorCommand, operatorEnv, resetSecret } from '../support/operator-command.ts'
import { readEverything } from '../support/read-everything.ts'
import { createSecretPage } from '../support/secret-page.ts'
import { storages } from '../support/storages.ts'
import { withStack } from '../support/with-stack.ts'

const createReceipt = () => randomBytes(32).toString('base64url')
const next = 'canary-of-the-owner-0123456789'

it.each(storages)('an owner hands a secret over by link, and withdraws it by receipt, on $name', (storage) =>
  withStack(
    async (stack) => {
      const page = createSecretPage(stack)
      const receipt = createReceipt()
      resetSecret(stack.simulator, weapp, next)
      const link = await page.makeLink()
      expect((await page.open(link)).body).toMatchObject({ appId: weapp.appId, label: weapp.appId })
      const wrong = await page.submit(link, 'mistyped', receipt)
      expect(wrong.body.words?.zh[0]).toContain('40125')
      expect(wrong.body.words?.en).toHaveLength(3)

      const submit = () => page.submit(link, ` ${next} `, receipt)
      const [kept, secondTap] = await Promise.all([submit(), submit()])
      expect(secondTap.body).toEqual(kept.body)
      expect(kept.body).toEqual({ fingerprint: expect.stringMatching(/^[0-9a-f]{12}$/) })
      expect((await page.submit(link, next, receipt)).body).toEqual(kept.body)
      expectProblem(await page.submit(link, next, createReceipt()), 404, 'request.not_found')
      expectProblem(await page.open(link), 404, 'request.not_found')
      stack.advance(5001)
      expect((await stack.signIn()).degraded).toBe(false)

      expect((await page.look(receipt)).body).toMatchObject({ ...kept.body, appId: weapp.appId, state: 'kept' })
      expect((await page.withdraw(receipt)).body.state).toBe('withdrawn')
      expect((await page.withdraw(receipt)).body.state).toBe('withdrawn')
      expect((await stack.signIn()).degraded).toBe(true)
      const audit = (await createOperatorCommand(stack)('', 'audit')).stdout
      expect(audit).toMatch(/owner {2}secret.withdraw.*owner {2}secret.submit.*operator:test {2}secret.link/s)

      await stack.stop()
      const stored = await readEverything(stack.storage)
      for (const [what, value] of Object.entries({ link, receipt, next })) {
        expect({ what, seen: [stack.log, audit, stored].some((text) => text.includes(value)) }).toMatchObject({
          seen: false,
        })
      }
      await stack.start()
    },
    { storage, env: operatorEnv },
  ),
)

it('a newer secret is out of reach of the receipt of an older one', () =>
  withStack(
    async (stack) => {
      const page = createSecretPage(stack)
      const receipt = createReceipt()
      await page.submit(await page.makeLink(), weapp.secret, receipt)
      resetSecret(stack.simulator, weapp, next)
      await createOperatorCommand(stack)(next, 'secret', 'set', weapp.appId)
      expect((await page.look(receipt)).body.state).toBe('replaced')
      await page.withdraw(receipt)
      expect((await stack.signIn()).degraded).toBe(false)
    },
    { env: operatorEnv },
  ))

it('a link is good for its own app, for 15 minutes and for five tries; an invented one for nothing', () =>
  withStack(
    async (stack) => {
      const page = createSecretPage(stack)
      const receipt = createReceipt()
      const expectGone = async (link: string) => {
        expectProblem(await page.open(link), 404, 'request.not_found')
        expectProblem(await page.submit(link, weapp.secret, receipt), 404, 'request.not_found')
      }
      await expectGone(createReceipt())
      for (const body of [{}, { link: 'short' }, { link: createReceipt(), appId: h5.appId }, []]) {
        expectProblem(await page.post('link', body), 400, 'request.invalid')
      }
      expectProblem(await page.look(createReceipt()), 404, 'request.not_found')
      expectProblem(await page.withdraw(createReceipt()), 404, 'request.not_found')

      const link = await page.makeLink()
      for (let attempt = 1; attempt <= 5; attempt++) {
        expect((await page.submit(link, h5.secret, receipt)).body.words?.zh[0]).toContain('40125')
      }
      expectProblem(await page.submit(link, weapp.secret, receipt), 429, 'rate_limit.exceeded')
      const late = await page.makeLink()
      stack.advance(15 * 60_000)
      await expectGone(late)
      await stack.fail({ mode: 'html' })
      const unanswered = await page.submit(await page.makeLink(), weapp.secret, receipt)
      expect(unanswered.body.words?.en[0]).toContain('did not answer')
      expect((await stack.context.registry.list())[0]?.secrets).toHaveLength(1)
    },
    { env: operatorEnv },
  ))

it('nobody asks the page more often than hands do, and links need an address that nobody reads along', () =>
  withStack(
    async (stack) => {
      const page = createSecretPage(stack)
      const answers = await Promise.all(Array.from({ length: 125 }, () => page.look(createReceipt())))
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(5)
      const trailpass = createOperatorCommand(stack)
      expect(await trailpass('', 'secret', 'link', 'wx-unknown')).toMatchObject({ exitCode: 1 })
      for (const [publicUrl, words] of [
        [null, 'PUBLIC_URL is not set'],
        ['http://bff.trailpass.test', 'is not an https address'],
      ] as const) {
        Object.assign(stack.context.config, { publicUrl, production: true })
        const refused = await trailpass('', 'secret', 'link', weapp.appId)
        expect(refused).toMatchObject({ exitCode: 1, stderr: expect.stringContaining(words) })
      }
    },
    { env: operatorEnv },
  ))

it('the page runs nothing but its own, and is kept, framed and told of nowhere', () =>
  withStack(async ({ url }) => {
    for (const path of ['', 'page.js', 'page.css']) {
      const { status, headers } = await fetch(`${url}/secret/${path}`)
      expect({ status, ...Object.fromEntries(headers) }).toMatchObject({
        status: 200,
        'content-security-policy': expect.stringMatching(
          /^default-src 'none'; script-src 'self';.*frame-ancestors 'none'/,
        ),
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
    }
    expect(await (await fetch(`${url}/secret`)).text()).toContain('提交密钥')
    expect(await (await fetch(`${url}/secret/`)).text()).not.toMatch(/https?:|style=|onclick=|<script>/)
  }))

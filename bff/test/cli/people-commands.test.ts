import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { UserExport } from '@trailpass/shared'
import { expect, it } from 'vitest'
import type { Question } from '../../src/cli/command-context.ts'
import type { AuditEvent } from '../../src/domain/audit.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { randomId } from '../support/journeys.ts'
import { operatorEnv } from '../support/operator-command.ts'
import { storages } from '../support/storages.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStack } from '../support/with-stack.ts'

it.each(storages)('an operator sees where somebody is signed in, and ends it, on $name', (storage) =>
  withStack(
    async (stack) => {
      const trailpass = createTrailpassCommand(stack.env)
      const [one, two, three] = [await stack.signIn(), await stack.signIn(), await stack.signIn()]
      const { userId } = one.principal
      const list = JSON.parse((await trailpass('sessions', 'list', userId, '--json')).stdout) as { id: string }[]
      expect(list).toHaveLength(3)
      const [newest] = list
      expect(await trailpass('sessions', 'revoke', userId, newest?.id ?? '')).toMatchObject({
        stdout: '1 session ended\n',
      })
      // On PostgreSQL the command is a process of its own, whose word reaches the server within 5 s without Redis.
      stack.advance(6000)
      const statuses = () =>
        Promise.all([one, two, three].map(async ({ token }) => (await stack.userInfo(token)).status))
      expect((await statuses()).filter((status) => status === 401)).toHaveLength(1)
      expect(await trailpass('sessions', 'revoke', userId)).toMatchObject({ stdout: '2 sessions ended\n' })
      stack.advance(6000)
      expect(await statuses()).toEqual([401, 401, 401])
      expect(await trailpass('sessions', 'revoke', userId)).toMatchObject({ exitCode: 1 })
      expect((await trailpass('sessions', 'list', userId)).stdout).toBe('not signed in anywhere\n')
    },
    { storage, env: operatorEnv },
  ),
)

it('a model of a phone that is written to trick the terminal is refused, and one of old is shown quoted', () =>
  withStack(
    async (stack) => {
      const model = 'Phone \u001b[2J'
      const refused = await stack.login({ code: await stack.code(), nonce: randomId(), deviceId: randomId(), model })
      expectProblem(refused, 400, 'request.invalid')
      const { token, principal } = await stack.signIn({ model: '小米 14 "Pro"' })
      const { store, stores, tokens } = stack.context
      await store.write(function* () {
        const session = yield* stores.sessions.find(tokens.hash(token))
        if (session) yield* stores.sessions.insert({ ...session, tokenHash: 'of old', model })
      })
      const trailpass = createTrailpassCommand(stack.env)
      for (const words of [
        ['sessions', 'list'],
        ['user', 'show'],
      ]) {
        const { stdout } = await trailpass(...words, principal.userId)
        expect(stdout).toContain('"小米 14 \\"Pro\\""')
        expect(stdout).toContain('"Phone \\u001b[2J"')
      }
    },
    { env: operatorEnv },
  ))

it.each(storages)('an operator shows, exports and erases a person, on $name', (storage) =>
  withStack(
    async (stack) => {
      const asked: Question[] = []
      const cwd = await mkdtemp(join(tmpdir(), 'trailpass-'))
      const answer = (question: Question) => {
        asked.push(question)
        return 'yes'
      }
      const trailpass = createTrailpassCommand(stack.env, { cwd, answer })
      const { token, principal } = await stack.signIn()
      await stack.register(token, { nickname: '林小' })
      const { userId } = principal
      expect((await trailpass('user', 'show', userId)).stdout).toMatch(
        new RegExp(`^${userId} {2}member since .*\\nname {2}"林小"\\nphone {2}-\\nidentity {2}weapp `),
      )
      expect(await trailpass('user', 'export', userId, '--output', 'person.json')).toMatchObject({ exitCode: 0 })
      const written = JSON.parse(await readFile(join(cwd, 'person.json'), 'utf8')) as UserExport
      expect(written.user.nickname).toBe('林小')
      expect(await trailpass('user', 'export', userId, '--output', 'person.json')).toMatchObject({ exitCode: 1 })

      expect((await trailpass('user', 'erase', userId)).stdout).toBe(`${userId} is erased\n`)
      expect(asked).toMatchObject([{ kind: 'confirm' }])
      stack.advance(6000)
      expect((await stack.userInfo(token)).status).toBe(401)
      for (const command of ['show', 'export', 'erase']) {
        const { exitCode, stderr } = await trailpass('user', command, userId)
        expect([exitCode, stderr]).toEqual([1, `there is no user with the id ${userId}\n`])
      }
      const audit = JSON.parse((await trailpass('audit', '--json')).stdout) as AuditEvent[]
      expect(audit.slice(0, 3).map(({ action }) => action)).toEqual(['user.erase', 'user.export', 'user.export'])
      expect(JSON.stringify(audit)).not.toContain(userId)
      const erased = await trailpass('audit', '--action', 'user.erase', 'user.join', '--limit', '1', '--json')
      expect([JSON.parse(erased.stdout), erased.stderr]).toEqual([audit.slice(0, 1), ''])
      const cut = await trailpass('audit', '--action', 'user.export', '--limit', '1', '--json')
      expect([JSON.parse(cut.stdout), cut.stderr]).toEqual([
        audit.slice(1, 2),
        'only the newest 1; use --limit to see more\n',
      ])
      expect(await trailpass('audit', '--action', 'user.forget')).toMatchObject({ exitCode: 2 })
      await rm(cwd, { recursive: true })
    },
    { storage, env: operatorEnv },
  ),
)

import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { storages } from '../support/storages.ts'
import { createTrailpassCommand } from '../support/trailpass-command.ts'
import { withStack } from '../support/with-stack.ts'

it.each(storages)('an operator judges what WeChat left to human eyes, beside the server, on $name', (storage) =>
  withStack(
    async (stack) => {
      const trailpass = createTrailpassCommand(stack.env)
      expect((await trailpass('content', 'list')).stdout).toBe('nothing is waiting\n')
      const { token } = await stack.signIn()
      await stack.register(token, { nickname: '疑似林小' })
      const [waiting] = JSON.parse((await trailpass('content', 'list', '--json')).stdout)
      expect(waiting).toMatchObject({ field: 'nickname', value: '疑似林小' })
      expect((await trailpass('content', 'list')).stdout).toBe(
        `${waiting.id}  nickname  ${waiting.since}  "疑似林小"\n`,
      )

      expect(await trailpass('content', 'pass', waiting.id)).toEqual({
        exitCode: 0,
        stdout: 'the nickname is visible to everyone\n',
        stderr: '',
      })
      expect((await stack.userInfo(token)).body).toMatchObject({ nickname: '疑似林小', underReview: [] })
      expect(await trailpass('content', 'refuse', waiting.id)).toEqual({
        exitCode: 1,
        stdout: '',
        stderr: `nothing is waiting under the id ${waiting.id}: trailpass content list\n`,
      })
      const [noted] = JSON.parse((await trailpass('audit', '--limit', '1', '--json')).stdout)
      expect(noted).toMatchObject({ action: 'content.pass', target: `content:${waiting.id}`, actor: 'operator:test' })
    },
    { storage, env: { OPERATOR_TOKEN: randomBytes(24).toString('base64url') } },
  ),
)

import { weapp } from './journeys.ts'
import { createOperatorCommand } from './operator-command.ts'
import type { Stack } from './stack.ts'

interface Answered {
  fingerprint?: string
  words?: { zh: string[]; en: string[] }
  state?: string
}

/** What the page sends for the owner of an app. */
export function createSecretPage(stack: Pick<Stack, 'api' | 'env'>) {
  const post = (path: string, body: object) => stack.api<Answered>('POST', `/secret/${path}`, { body })
  return {
    post,
    /** What stands behind the `#` of an address that an operator makes. */
    async makeLink(appId = weapp.appId): Promise<string> {
      const run = await createOperatorCommand(stack)('', 'secret', 'link', appId, '--json')
      if (run.exitCode !== 0) throw new Error(`no link: ${run.stderr}`)
      return new URL((JSON.parse(run.stdout) as { url: string }).url).hash.slice(1)
    },
    open: (link: string) => post('link', { link }),
    submit: (link: string, secret: string, receipt: string) => post('submit', { link, secret, receipt }),
    look: (receipt: string) => post('receipt', { receipt }),
    withdraw: (receipt: string) => post('withdraw', { receipt }),
  }
}

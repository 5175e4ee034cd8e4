/** What was answered, without what was meant for whoever asked. */
export interface RecordedAnswers {
  readonly text: string
  /** What was taken out, by the operation that gave it. */
  readonly handedOut: readonly string[]
  stop(): void
}

interface HandOut {
  operation: RegExp
  body?: RegExp
  cookie?: RegExp
}

const cookie = /^[\w-]*trailpass[\w-]*=([\w-]+);/i

/** The only places at which a secret is answered to its owner: once in each, when it has been made. */
const handOuts: readonly HandOut[] = [
  // The token of a session, in the answer, or in the cookie that was asked for.
  { operation: /^POST \/v1\/session(\/guest)?$/, body: /"token":"([\w-]+)"/, cookie },
  // The ticket behind the `#` of the page's address, and the cookie that it is redeemed for.
  { operation: /^POST \/v1\/registration\/tickets$/, body: /"url":"[^"#]+#[^"]+\?ticket=([\w-]+)"/ },
  { operation: /^POST \/v1\/registration\/tickets\/redeem$/, cookie },
  // The link for the owner of an app, on its way to the terminal of the operator who made it.
  { operation: /^POST \/command$/, body: /\\"url\\":\\"[^"#]+\/secret\/#([\w-]+)\\"/ },
]

/** Listens to every answer that the servers at these addresses give to a `fetch` of this process. */
export function recordAnswers(addresses: () => readonly string[]): RecordedAnswers {
  const original = globalThis.fetch
  const texts: string[] = []
  const handedOut: string[] = []

  function takeOut(text: string, pattern: RegExp | undefined): string {
    const secret = pattern?.exec(text)?.[1]
    if (!secret) return text
    handedOut.push(secret)
    return text.replace(secret, '')
  }

  async function record(operation: string, response: Response): Promise<void> {
    const handOut = response.ok ? handOuts.find(({ operation: known }) => known.test(operation)) : undefined
    const headers = [...response.headers].map(
      ([name, value]) => `${name}: ${name === 'set-cookie' ? takeOut(value, handOut?.cookie) : value}`,
    )
    const body = takeOut(await response.text(), handOut?.body)
    texts.push([`${response.status} ${response.statusText}`, ...headers, body].join('\n'))
  }

  globalThis.fetch = async (input, init) => {
    const response = await original(input, init)
    const { origin, pathname } = new URL(input instanceof Request ? input.url : input)
    if (addresses().includes(origin)) await record(`${init?.method ?? 'GET'} ${pathname}`, response.clone())
    return response
  }
  return {
    get text() {
      return texts.join('\n\n')
    },
    handedOut,
    stop() {
      globalThis.fetch = original
    },
  }
}

/** Nobody waits longer for a page. */
const patienceMs = 5000

export interface AddressAnswer {
  status: number
  date: string | null
  text: string
}

/** Asks an address as anybody would; words for why there is no answer. */
export async function askAddress(url: string, headers: Record<string, string> = {}): Promise<AddressAnswer | string> {
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    return {
      status: response.status,
      date: response.headers.get('date'),
      text: (await response.text()).slice(0, 65_536),
    }
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { code?: string } }
    return name === 'TimeoutError' ? `no answer within ${patienceMs / 1000} s` : (cause?.code ?? 'no connection')
  }
}

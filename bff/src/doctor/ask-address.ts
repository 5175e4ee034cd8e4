/** Timeout for one request. */
const patienceMs = 5000

export interface AddressAnswer {
  status: number
  date: string | null
  text: string
}

/** Fetches an address like any client. Resolves to a reason if there is no response. */
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

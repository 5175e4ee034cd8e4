import type { FileContent } from './files.ts'

/** The phone's connection to the simulator, on behalf of one person in one app. */
export interface SimulatorClient {
  login(): Promise<{ code: string }>
  checkSession(): Promise<{ isValid: boolean }>
  phoneCode(): Promise<{ code: string }>
  userProfile(options: { anonymous: boolean }): Promise<object>
  sealedPhone(): Promise<object>
  weRun(): Promise<object>
  avatar(): Promise<FileContent>
}

export function createSimulatorClient(simulatorUrl: string, appId: string, user: string): SimulatorClient {
  async function post<T>(path: string, fields: object = {}): Promise<T> {
    const response = await fetch(new URL(`/_sim/${path}`, simulatorUrl), {
      method: 'POST',
      body: JSON.stringify({ appId, user, ...fields }),
    })
    const answer = (await response.json()) as T & { error?: string }
    if (!response.ok) throw new Error(answer.error)
    return answer
  }

  return {
    login: () => post('login'),
    checkSession: () => post('check-session'),
    phoneCode: () => post('phone-code'),
    userProfile: (options) => post('user-profile', options),
    sealedPhone: () => post('sealed-phone'),
    weRun: () => post('werun'),
    async avatar() {
      const response = await fetch(new URL(`/_sim/avatars/${user}.png`, simulatorUrl))
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}

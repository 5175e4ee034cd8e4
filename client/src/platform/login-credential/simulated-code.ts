import Taro from '@tarojs/taro'

const mockCode = 'the code is a mock one'
const person = 'alice'

/** DevTools without an AppID gives a mock code; development builds ask the simulator for one that works. */
export const realCode = async (code: string): Promise<string> => (code === mockCode ? simulatedCode() : code)

/** A code of the simulator's, for its own app on this platform. */
export async function simulatedCode(): Promise<string> {
  const { data } = await Taro.request<{ code: string }>({
    url: `${process.env.TARO_APP_SIMULATOR_URL}/_sim/login`,
    method: 'POST',
    data: { appId: process.env.TARO_APP_SIMULATOR_APP_ID, user: person },
  })
  return data.code
}
